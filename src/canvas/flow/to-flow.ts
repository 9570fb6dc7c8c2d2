// The journey as React Flow's nodes and edges; those that did not change stay the same objects.

import type { Edge, Node } from '@xyflow/react';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import { type DrawnEdge, edgesOf } from '../model/edges.ts';
import { type Journey, type Point, placeOf } from '../model/journey.ts';
import { type StepView, viewOf } from '../model/step-view.ts';

export type StepNode = Node<{ readonly view: StepView; readonly isStart: boolean }, 'step'>;
export type OutcomeEdge = Edge<{ readonly edge: DrawnEdge }, 'outcome'>;

export interface Flow {
  readonly nodes: StepNode[];
  readonly edges: OutcomeEdge[];
}

/** @param placed where the layout has put what the author has not */
export function toFlow(
  journey: Journey,
  {
    check,
    placed,
    before,
  }: {
    readonly check: CheckAnswer | undefined;
    readonly placed: Readonly<Record<string, Point>>;
    readonly before: Flow | undefined;
  },
): Flow {
  const oldNodes = new Map(before?.nodes.map((node) => [node.id, node]));
  const oldEdges = new Map(before?.edges.map((edge) => [edge.id, edge]));
  const nodes: StepNode[] = [];
  const edges: OutcomeEdge[] = [];
  for (const [id, step] of Object.entries(journey.nodes)) {
    const outline = check?.nodes[id];
    const view = viewOf(id, step, outline);
    const position = placeOf(journey, id) ?? placed[id] ?? { x: 0, y: 0 };
    nodes.push(keepNode(oldNodes.get(id), { view, position, isStart: journey.start === id }));
    for (const edge of edgesOf(id, step, outline?.successes ?? [])) {
      if (journey.nodes[edge.target] !== undefined) edges.push(keepEdge(oldEdges.get(edge.id), edge));
    }
  }
  return { nodes, edges };
}

function keepNode(
  old: StepNode | undefined,
  { view, position, isStart }: { view: StepView; position: Point; isStart: boolean },
): StepNode {
  if (
    old?.data.view === view &&
    old.data.isStart === isStart &&
    old.position.x === position.x &&
    old.position.y === position.y
  ) {
    return old;
  }
  return { ...old, id: view.id, type: 'step', position, data: { view, isStart } };
}

function keepEdge(old: OutcomeEdge | undefined, edge: DrawnEdge): OutcomeEdge {
  if (old?.data !== undefined && isSame(old.data.edge, edge)) return old;
  return {
    ...old,
    id: edge.id,
    type: 'outcome',
    source: edge.source,
    target: edge.target,
    sourceHandle: edge.meaning,
    data: { edge },
  };
}

function isSame(a: DrawnEdge, b: DrawnEdge): boolean {
  return a.meaning === b.meaning && a.target === b.target && a.keys.join() === b.keys.join();
}
