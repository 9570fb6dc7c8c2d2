// Keeps the ways of the edges up to date: they are found anew when steps have come to rest somewhere else.

import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import type { Journey, Places } from '../model/journey.ts';
import { stepWidth } from '../model/layout.ts';
import { useLanguage } from '../text/use-text.ts';
import { useDrawing } from './drawing.ts';
import { labelWidth, shortLabel } from './edge-label.ts';
import { typicalHeight } from './frames.ts';
import { leavesAt, portOf } from './ports.ts';
import { type Route, routeEdges } from './route-edges.ts';
import type { Box } from './route-shapes.ts';
import type { FlowNode, OutcomeEdge } from './to-flow.ts';

interface Drawn {
  readonly journey: Journey | undefined;
  readonly placed: Places | undefined;
  readonly edges: readonly OutcomeEdge[];
}

export function useRoutes({ journey, placed, edges }: Drawn): void {
  const flow = useReactFlow<FlowNode, OutcomeEdge>();
  const isMeasured = useNodesInitialized();
  const heights = useDrawing((drawing) => drawing.heights);
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say when, not what: React Flow has both by then.
  useEffect(() => {
    if (!isMeasured) return;
    const frame = requestAnimationFrame(() => {
      const boxes = new Map(flow.getNodes().map((node) => [node.id, boxOf(node)]));
      const routed = flow.getEdges().flatMap((edge) => {
        const [source, target] = [boxes.get(edge.source), boxes.get(edge.target)];
        if (source === undefined || target === undefined || edge.data === undefined) return [];
        const { meaning, keys } = edge.data.edge;
        return [
          {
            id: edge.id,
            source: edge.source,
            target: edge.target,
            from: portOf(source, meaning),
            to: portOf(target, 'in'),
            leaves: leavesAt(meaning),
            labelWidth: labelWidth(shortLabel(keys, language)),
          },
        ];
      });
      const steps = new Map([...boxes].filter(([id]) => flow.getNode(id)?.zIndex !== -1));
      useDrawing.setState(({ routes }) => ({ routes: keepSame(routes, routeEdges(steps, routed)) }));
    });
    return () => cancelAnimationFrame(frame);
  }, [journey, placed, edges, heights, isMeasured, language, flow]);
}

function boxOf({ position, measured, width, height }: FlowNode): Box {
  return {
    ...position,
    width: measured?.width ?? width ?? stepWidth,
    height: measured?.height ?? height ?? typicalHeight,
  };
}

/** Routes that are as they were stay the same objects. */
function keepSame(
  before: ReadonlyMap<string, Route>,
  after: ReadonlyMap<string, Route>,
): ReadonlyMap<string, Route> {
  return new Map(
    [...after].map(([id, route]) => {
      const old = before.get(id);
      return [id, old !== undefined && isSameRoute(old, route) ? old : route];
    }),
  );
}

function isSameRoute(a: Route, b: Route): boolean {
  return (
    a.points.length === b.points.length &&
    [...a.points, a.label].every((point, index) => {
      const other = [...b.points, b.label][index];
      return other?.x === point.x && other.y === point.y;
    })
  );
}
