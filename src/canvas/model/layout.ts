// Places the steps of a journey: what should reach the person runs straight down, what falls back leaves to the right.
// Pure; the worker calls it.

import dagre from '@dagrejs/dagre';
import type { Point } from './journey.ts';

export interface Placing {
  readonly steps: readonly { readonly id: string; readonly height: number }[];
  readonly edges: readonly { readonly source: string; readonly target: string; readonly reached: boolean }[];
}

/** Pixels; multiples of the 4-px grid. */
export const stepWidth = 244;
const gap = { x: 108, y: 64 } as const;

export function placeSteps({ steps, edges }: Placing): Readonly<Record<string, Point>> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: gap.x, ranksep: gap.y });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, height } of steps) graph.setNode(id, { width: stepWidth, height });
  for (const { source, target, reached } of edges) graph.setEdge(source, target, { weight: reached ? 8 : 1 });
  dagre.layout(graph);
  return Object.fromEntries(
    steps.map(({ id, height }) => {
      const { x, y } = graph.node(id);
      return [id, { x: Math.round(x - stepWidth / 2), y: Math.round(y - height / 2) }];
    }),
  );
}
