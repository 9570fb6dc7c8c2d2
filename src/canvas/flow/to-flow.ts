// The journey as React Flow's nodes and edges; those that did not change stay the same objects. Pure.

import type { Edge, Node } from '@xyflow/react';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import { always, type DrawnEdge, edgesOf } from '../model/edges.ts';
import { type EntryWords, entryWords } from '../model/entry-words.ts';
import type { Group } from '../model/groups.ts';
import { type Journey, type Places, type Point, type Step, whereIs } from '../model/journey.ts';
import { stepWidth } from '../model/layout.ts';
import { outlineOf } from '../model/outline.ts';
import { entryPlace } from './entry-place.ts';
import { type Frame, framesOf, standInOf, typicalHeight } from './frames.ts';
import { portsOf } from './ports.ts';

export type StepNode = Node<{ readonly id: string; readonly step: Step }, 'step'>;
/** How people come in; drawn above the first step, and not a step itself. */
export type EntryNode = Node<{ readonly words: EntryWords }, 'entry'>;
export type FrameNode = Node<{ readonly group: Group }, 'frame'>;
export type FlowNode = StepNode | EntryNode | FrameNode;
export type OutcomeEdge = Edge<{ readonly edge: DrawnEdge }, 'outcome'>;

export interface Flow {
  readonly nodes: FlowNode[];
  readonly edges: OutcomeEdge[];
}

/** No step can be called so. */
export const entryId = '@entry';
const typicalEntryHeight = 64;

interface Shown {
  readonly check: CheckAnswer | undefined;
  /** Where the layout has put what the author has not. */
  readonly placed: Places;
  readonly heights: ReadonlyMap<string, number>;
  readonly before: Flow | undefined;
  /** Steps that were never drawn are taken to be as high as most are, and need not be drawn to be measured. */
  readonly isTypical?: boolean;
}

export function toFlow(journey: Journey, { check, placed, heights, before, isTypical = false }: Shown): Flow {
  const oldNodes = new Map(before?.nodes.map((node) => [node.id, node]));
  const oldEdges = new Map(before?.edges.map((edge) => [edge.id, edge]));
  const placeFor = (id: string): Point => whereIs(journey, id, placed) ?? { x: 0, y: 0 };
  const frames = framesOf(journey, { placeFor, heights });
  const standIn = standInOf(frames);
  const nodes: FlowNode[] = frames.map((frame) => keepFrame(oldNodes.get(frame.id), frame));
  const edges: OutcomeEdge[] = [];
  const draw = (edge: DrawnEdge) => {
    const [source, target] = [standIn(edge.source), standIn(edge.target)];
    if (!Object.hasOwn(journey.nodes, edge.target) || (source === target && source !== edge.source)) return;
    edges.push(keepEdge(oldEdges.get(edge.id), { edge, source, target }));
  };
  if (Object.hasOwn(journey.nodes, journey.start)) {
    const height = heights.get(entryId) ?? typicalEntryHeight;
    const at = entryPlace(journey.start, Object.keys(journey.nodes), { placeFor, heights, height });
    nodes.push(keepEntry(oldNodes.get(entryId), journey, { position: at, isTypical }));
    draw({ id: entryId, source: entryId, target: journey.start, keys: [always], meaning: 'reached' });
  }
  for (const [id, step] of Object.entries(journey.nodes)) {
    const isHidden = standIn(id) !== id;
    if (!isHidden) nodes.push(keepStep(oldNodes.get(id), { id, step, position: placeFor(id), isTypical }));
    for (const edge of edgesOfStep(id, step, outlineOf(check, id)?.successes)) draw(edge);
  }
  return { nodes: keepList(before?.nodes, nodes), edges: keepList(before?.edges, edges) };
}

/** The same list where all in it is the same: React Flow looks only then at none of it. */
export function keepList<Item>(before: Item[] | undefined, after: Item[]): Item[] {
  const isSame = before?.length === after.length && after.every((item, index) => item === before[index]);
  return isSame ? before : after;
}

const none: readonly string[] = [];
const known = new WeakMap<Step, { id: string; successes: readonly string[]; edges: readonly DrawnEdge[] }>();

/** Found once for a step as it is. */
function edgesOfStep(id: string, step: Step, successes = none): readonly DrawnEdge[] {
  const before = known.get(step);
  if (before?.id === id && before.successes === successes) return before.edges;
  const edges = edgesOf(id, step, successes);
  known.set(step, { id, successes, edges });
  return edges;
}

/** Steps and list say to screen readers what leads where: React Flow's words for a line would be English, with ids. */
const unsaid = { domAttributes: { 'aria-hidden': true, 'aria-roledescription': undefined } } as const;
/** The step in it says what it is. */
const unnamed = { domAttributes: { 'aria-roledescription': undefined } } as const;

const typicalSize = { width: stepWidth, height: typicalHeight };
const typicalStep: Pick<StepNode, 'measured' | 'handles'> = {
  measured: typicalSize,
  handles: portsOf(typicalSize),
};

interface Standing {
  readonly id: string;
  readonly step: Step;
  readonly position: Point;
  readonly isTypical: boolean;
}

function keepStep(old: FlowNode | undefined, { id, step, position, isTypical }: Standing): StepNode {
  const known = old?.type === 'step' ? old : undefined;
  if (known?.data.step === step && isAt(known, position)) return known;
  const size = known ?? (isTypical ? typicalStep : {});
  return { ...size, ...unnamed, id, type: 'step', position, data: { id, step } };
}

const typicalEntrySize = { width: stepWidth, height: typicalEntryHeight };
const typicalEntry: Pick<EntryNode, 'measured' | 'handles'> = {
  measured: typicalEntrySize,
  handles: portsOf(typicalEntrySize).filter(({ id }) => id === 'reached'),
};

function keepEntry(
  old: FlowNode | undefined,
  journey: Journey,
  { position, isTypical }: Pick<Standing, 'position' | 'isTypical'>,
): EntryNode {
  const words = entryWords(journey);
  const known = old?.type === 'entry' ? old : undefined;
  if (known !== undefined && isAt(known, position) && isSameEntry(known.data.words, words)) return known;
  return {
    ...(known ?? (isTypical ? typicalEntry : {})),
    ...unnamed,
    id: entryId,
    type: 'entry',
    position,
    data: { words },
    draggable: false,
    selectable: false,
  };
}

function keepFrame(old: FlowNode | undefined, { id, group, x, y, width, height }: Frame): FrameNode {
  const known = old?.type === 'frame' ? old : undefined;
  const isSame = known !== undefined && known.width === width && known.height === height;
  if (isSame && isAt(known, { x, y }) && isSameGroup(known.data.group, group)) return known;
  const zIndex = group.folded === true ? 0 : -1;
  return {
    ...known,
    ...unnamed,
    id,
    type: 'frame',
    position: { x, y },
    width,
    height,
    zIndex,
    data: { group },
  };
}

function isAt({ position }: Pick<FlowNode, 'position'>, { x, y }: Point): boolean {
  return position.x === x && position.y === y;
}

function isSameEntry(a: EntryWords, b: EntryWords): boolean {
  return a.icon === b.icon && a.title.en === b.title.en && a.line.en === b.line.en && a.line.ko === b.line.ko;
}

function isSameGroup(a: Group, b: Group): boolean {
  return a.name === b.name && a.folded === b.folded && a.steps.join() === b.steps.join();
}

interface Ends {
  readonly edge: DrawnEdge;
  readonly source: string;
  readonly target: string;
}

function keepEdge(old: OutcomeEdge | undefined, { edge, source, target }: Ends): OutcomeEdge {
  const isSame = old?.source === source && old.target === target;
  if (isSame && old.data !== undefined && isSameEdge(old.data.edge, edge)) return old;
  const { id, meaning } = edge;
  return {
    ...old,
    ...unsaid,
    id,
    type: 'outcome',
    source,
    target,
    sourceHandle: meaning,
    reconnectable: 'target',
    data: { edge },
  };
}

function isSameEdge(a: DrawnEdge, b: DrawnEdge): boolean {
  if (a === b) return true;
  return a.meaning === b.meaning && a.target === b.target && a.keys.join() === b.keys.join();
}
