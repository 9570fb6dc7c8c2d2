// What the ways of a whole drawing are found from: its boxes, and the ends of its edges. Pure.

import { stepWidth } from '../model/layout.ts';
import type { Language } from '../text/use-text.ts';
import { labelWidth, shortLabel } from './edge-label.ts';
import { typicalHeight } from './frames.ts';
import { leavesAt, portOf } from './ports.ts';
import type { RoutedEdge, Routing } from './route-edges.ts';
import type { Box } from './route-shapes.ts';
import type { FlowNode, OutcomeEdge } from './to-flow.ts';

export function toRouting(
  nodes: readonly FlowNode[],
  edges: readonly OutcomeEdge[],
  language: Language,
): Routing {
  // Lines may run over an open frame, not through a folded one.
  const solid = nodes.filter(({ type, data }) => type !== 'frame' || data.group.folded === true);
  const boxes = new Map(solid.map((node) => [node.id, boxOf(node)]));
  const routed = edges.flatMap(({ id, source, target, data }): readonly RoutedEdge[] => {
    const [from, to] = [boxes.get(source), boxes.get(target)];
    if (from === undefined || to === undefined || data === undefined) return [];
    const { meaning, keys } = data.edge;
    const ends = { from: portOf(from, meaning), to: portOf(to, 'in'), leaves: leavesAt(meaning) };
    return [{ id, source, target, ...ends, labelWidth: labelWidth(shortLabel(keys, language)) }];
  });
  return { boxes, edges: routed };
}

function boxOf({ position, measured, width, height }: FlowNode): Box {
  return {
    ...position,
    width: measured?.width ?? width ?? stepWidth,
    height: measured?.height ?? height ?? typicalHeight,
  };
}
