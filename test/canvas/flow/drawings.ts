// Drawings for the tests: journeys placed by the layout, as the canvas makes them.

import { toFlow } from '../../../src/canvas/flow/to-flow.ts';
import type { Journey } from '../../../src/canvas/model/journey.ts';
import { placeSteps } from '../../../src/canvas/model/layout.ts';
import { toPlacing } from '../../../src/canvas/state/use-layout.ts';
import { check } from '../model/journeys.ts';

export const height = 112;
const entryHeight = 64;

export function draw(journey: Journey) {
  const checked = check(journey);
  const heights = new Map(Object.keys(journey.nodes).map((id) => [id, height]));
  const placed = placeSteps(toPlacing(journey, checked, { heights }));
  const { nodes, edges } = toFlow(journey, { check: checked, placed, heights, before: undefined });
  const measured = nodes.map((node) => ({
    ...node,
    measured: {
      width: node.width ?? 244,
      height: node.height ?? (node.type === 'entry' ? entryHeight : height),
    },
  }));
  return { nodes: measured as typeof nodes, edges, check: checked, placed, heights };
}
