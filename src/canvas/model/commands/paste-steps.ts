// Steps from the clipboard, and copies of steps: with ids that are free, and edges among them as they were. Pure.

import { type Clip, cut } from '../clipboard.ts';
import { freshIds } from '../ids.ts';
import { type Command, type Journey, type Places, type Point, pointIn, stepOf, whereIs } from '../journey.ts';
import { type NewIds, type ReferencesOf, renameReferences } from '../references.ts';
import { retargetAll } from './connect.ts';
import { place } from './place.ts';

/** Copies are put so far beside what they would hide. */
export const aside: Point = { x: 32, y: 32 };
/** A row of the canvas, pixels: a step of usual height and the gap below it. */
const rowHeight = 160;
/** Steps that are nearer to one another stand at the same place. */
const grid = 4;

export interface Copying {
  readonly referencesOf?: ReferencesOf;
  /** Where the layout has put the steps that have no place of their own. */
  readonly placed?: Places;
}

/**
 * Puts a clip's upper left corner at a point, or beside what stands just there. Which ids its steps get is
 * `freshIds(journey, Object.keys(clip.nodes))`; in an empty journey the first of them is the start.
 */
export function pasteSteps(clip: Clip, point: Point, { referencesOf, placed = {} }: Copying = {}): Command {
  return (journey) => {
    const whole = { nodes: clip.nodes, canvas: withAll(clip) };
    const ids = freshIds(journey, Object.keys(clip.nodes));
    const by = offsetTo(point, whole, { journey, placed });
    return addCopies(journey, { clip: whole, ids, by, referencesOf });
  };
}

/**
 * Copies steps beside themselves.
 *
 * @param ids old ids and their free new ones, as `freshIds` gives them
 */
export function duplicateSteps(ids: NewIds, by: Point, { referencesOf, placed = {} }: Copying = {}): Command {
  return (journey) => addCopies(journey, { clip: cut(journey, ids.keys(), placed), ids, by, referencesOf });
}

interface Copies {
  readonly clip: Clip;
  readonly ids: NewIds;
  readonly by: Point;
  readonly referencesOf: ReferencesOf | undefined;
}

function addCopies(journey: Journey, { clip, ids, by, referencesOf = () => [] }: Copies): Journey {
  const copies = Object.entries(clip.nodes).flatMap(([id, step]) => {
    const newId = ids.get(id);
    if (newId === undefined || stepOf(journey, newId) !== undefined) return [];
    // An object of its own, also where nothing differs: views are kept by it.
    return [[newId, { ...retargetAll(renameReferences(step, ids, referencesOf(step)), ids) }] as const];
  });
  const first = copies[0]?.[0];
  if (first === undefined) return journey;
  const start = stepOf(journey, journey.start) === undefined ? first : journey.start;
  const nodes = { ...journey.nodes, ...Object.fromEntries(copies) };
  const points = Object.entries(clip.canvas).map(
    ([id, { x, y }]) => [ids.get(id) ?? id, { x: x + by.x, y: y + by.y }] as const,
  );
  return place(points)({ ...journey, start, nodes });
}

/** Text that was written elsewhere has no places: its steps stand below one another. */
function withAll({ nodes, canvas }: Clip): Places {
  const points = Object.values(canvas);
  const x = points.length === 0 ? 0 : cornerOf(points).x;
  const below = points.length === 0 ? 0 : Math.max(...points.map(({ y }) => y)) + rowHeight;
  const others = Object.keys(nodes).filter((id) => pointIn(canvas, id) === undefined);
  const column = others.map((id, index) => [id, { x, y: below + index * rowHeight }] as const);
  return { ...canvas, ...Object.fromEntries(column) };
}

interface Standing {
  readonly journey: Journey;
  readonly placed: Places;
}

function offsetTo(point: Point, { canvas }: Clip, { journey, placed }: Standing): Point {
  const points = Object.values(canvas);
  const corner = cornerOf(points);
  const taken = Object.keys(journey.nodes).flatMap((id) => whereIs(journey, id, placed) ?? []);
  let by = { x: point.x - corner.x, y: point.y - corner.y };
  const isTaken = ({ x, y }: Point) =>
    taken.some((at) => Math.abs(at.x - x - by.x) < grid && Math.abs(at.y - y - by.y) < grid);
  while (points.some(isTaken)) by = { x: by.x + aside.x, y: by.y + aside.y };
  return by;
}

function cornerOf(points: readonly Point[]): Point {
  return { x: Math.min(...points.map(({ x }) => x)), y: Math.min(...points.map(({ y }) => y)) };
}
