// The journey as React Flow's nodes and edges; those that did not change stay the same objects.

import type { Edge, Node } from '@xyflow/react';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import { always, type DrawnEdge, edgesOf } from '../model/edges.ts';
import { type EntryWords, entryWords } from '../model/entry-words.ts';
import { type Journey, type Places, type Point, placeOf } from '../model/journey.ts';
import { type StepView, viewOf } from '../model/step-view.ts';

export type StepNode = Node<{ readonly view: StepView }, 'step'>;
/** How people come in; drawn above the first step, and not a step itself. */
export type EntryNode = Node<{ readonly words: EntryWords }, 'entry'>;
export type FlowNode = StepNode | EntryNode;
export type OutcomeEdge = Edge<{ readonly edge: DrawnEdge }, 'outcome'>;

export interface Flow {
  readonly nodes: FlowNode[];
  readonly edges: OutcomeEdge[];
}

/** No step can be called so. */
export const entryId = '@entry';
/** Height of the entry's box and the gap below it, pixels. */
const aboveStart = 120;

interface Shown {
  readonly check: CheckAnswer | undefined;
  /** Where the layout has put what the author has not. */
  readonly placed: Places;
  readonly before: Flow | undefined;
}

export function toFlow(journey: Journey, { check, placed, before }: Shown): Flow {
  const oldNodes = new Map(before?.nodes.map((node) => [node.id, node]));
  const oldEdges = new Map(before?.edges.map((edge) => [edge.id, edge]));
  const placeFor = (id: string): Point => placeOf(journey, id) ?? placed[id] ?? { x: 0, y: 0 };
  const nodes: FlowNode[] = [];
  const edges: OutcomeEdge[] = [];
  const draw = (edge: DrawnEdge) => {
    if (Object.hasOwn(journey.nodes, edge.target)) edges.push(keepEdge(oldEdges.get(edge.id), edge));
  };
  nodes.push(keepEntry(oldNodes.get(entryId), journey, placeFor(journey.start)));
  draw({ id: entryId, source: entryId, target: journey.start, keys: [always], meaning: 'reached' });
  for (const [id, step] of Object.entries(journey.nodes)) {
    const outline = check?.nodes[id];
    nodes.push(keepStep(oldNodes.get(id), viewOf(id, step, outline), placeFor(id)));
    for (const edge of edgesOf(id, step, outline?.successes ?? [])) draw(edge);
  }
  return { nodes, edges };
}

function keepStep(old: FlowNode | undefined, view: StepView, position: Point): StepNode {
  const known = old?.type === 'step' ? old : undefined;
  if (known?.data.view === view && isAt(known, position)) return known;
  return { ...known, id: view.id, type: 'step', position, data: { view } };
}

function keepEntry(old: FlowNode | undefined, journey: Journey, start: Point): EntryNode {
  const words = entryWords(journey);
  const position = { x: start.x, y: start.y - aboveStart };
  const known = old?.type === 'entry' ? old : undefined;
  if (known !== undefined && isAt(known, position) && isSameEntry(known.data.words, words)) return known;
  return { ...known, id: entryId, type: 'entry', position, data: { words }, draggable: false };
}

function isAt({ position }: Pick<FlowNode, 'position'>, { x, y }: Point): boolean {
  return position.x === x && position.y === y;
}

function isSameEntry(a: EntryWords, b: EntryWords): boolean {
  return a.icon === b.icon && a.title === b.title && a.line.en === b.line.en && a.line.ko === b.line.ko;
}

function keepEdge(old: OutcomeEdge | undefined, edge: DrawnEdge): OutcomeEdge {
  if (old?.data !== undefined && isSameEdge(old.data.edge, edge)) return old;
  const { id, source, target, meaning } = edge;
  return { ...old, id, type: 'outcome', source, target, sourceHandle: meaning, data: { edge } };
}

function isSameEdge(a: DrawnEdge, b: DrawnEdge): boolean {
  return a.meaning === b.meaning && a.target === b.target && a.keys.join() === b.keys.join();
}
