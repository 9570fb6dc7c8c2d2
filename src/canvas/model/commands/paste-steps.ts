// Steps from the clipboard, and copies of steps: with ids that are free, and edges among them as they were. Pure.

import { type Clip, cut } from '../clipboard.ts';
import { freshIds } from '../ids.ts';
import { type Command, type Journey, type Places, type Point, stepOf } from '../journey.ts';
import { type NewIds, type ReferencesOf, renameReferences } from '../references.ts';
import { retargetAll } from './connect.ts';
import { place } from './place.ts';

export interface Copying {
  readonly referencesOf?: ReferencesOf;
  /** Where the layout has put the steps that have no place of their own. */
  readonly placed?: Places;
}

/**
 * Puts a clip's upper left corner at a point. Which ids its steps get is `freshIds(journey, Object.keys(clip.nodes))`; in
 * an empty journey the first of them is the start.
 */
export function pasteSteps(
  clip: Clip,
  point: Point,
  { referencesOf }: Pick<Copying, 'referencesOf'> = {},
): Command {
  return (journey) => {
    const corner = cornerOf(clip);
    const by = corner === undefined ? { x: 0, y: 0 } : { x: point.x - corner.x, y: point.y - corner.y };
    return addCopies(journey, { clip, ids: freshIds(journey, Object.keys(clip.nodes)), by, referencesOf });
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

function cornerOf({ canvas }: Clip): Point | undefined {
  const points = Object.values(canvas);
  if (points.length === 0) return undefined;
  return { x: Math.min(...points.map(({ x }) => x)), y: Math.min(...points.map(({ y }) => y)) };
}
