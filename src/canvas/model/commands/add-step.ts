// New steps: on their own, or in the middle of an edge. Pure.

import { always } from '../edges.ts';
import { isId } from '../ids.ts';
import {
  type Command,
  type Journey,
  type Places,
  type Point,
  pointIn,
  type Step,
  stepOf,
} from '../journey.ts';
import { changeStep } from './change-step.ts';
import { type EdgeKeys, retarget } from './connect.ts';
import { place } from './place.ts';

export interface NewStep {
  /** Free, as `freshId` gives it. */
  readonly id: string;
  readonly type: string;
  readonly with?: Step['with'];
  readonly name?: Step['name'];
  /** A remark: a run never begins with it. */
  readonly annotation?: boolean;
}

/** Adds a step; the first of a journey is where it starts. Nothing changes where the id is not free. */
export function addStep(step: NewStep, point: Point): Command {
  return (journey) => place([[step.id, point]])(add(journey, step));
}

export interface Insertion {
  /** The outcome of the new step that leads on; `always` for all of them. */
  readonly success: string;
  /** Where all steps stand now: what follows makes room. Left to the layout where absent. */
  readonly places?: Places;
}

/** Puts a step into an edge: the edge leads to it, and it leads on to where the edge led. */
export function insertOnEdge(
  { source, keys, target }: EdgeKeys & { readonly target: string },
  step: NewStep,
  { success, places }: Insertion,
): Command {
  return (journey) => {
    const hasEnds = stepOf(journey, source) !== undefined && stepOf(journey, target) !== undefined;
    if (!hasEnds || stepOf(journey, step.id) !== undefined || !isId(step.id)) return journey;
    const next = success === always ? target : { [success]: target };
    const added = add(journey, step, next);
    const connected = changeStep(source, (before) => retarget(before, keys, step.id))(added);
    return places === undefined ? connected : makeRoom(connected, { source, target, id: step.id }, places);
  };
}

function add(journey: Journey, { id, annotation, ...step }: NewStep, next?: Step['next']): Journey {
  if (!isId(id) || stepOf(journey, id) !== undefined) return journey;
  const isFirst = annotation !== true && stepOf(journey, journey.start) === undefined;
  const made = { ...step, ...(next === undefined ? {} : { next }) };
  return { ...journey, ...(isFirst ? { start: id } : {}), nodes: { ...journey.nodes, [id]: made } };
}

/** A row of the canvas: a step of usual height and the gap below it. */
const rowHeight = 160;

/** The new step stands where the target stood, or below the source; what the target leads to moves down. */
function makeRoom(
  journey: Journey,
  { source, target, id }: { readonly source: string; readonly target: string; readonly id: string },
  places: Places,
): Journey {
  const from = pointIn(places, source);
  const to = pointIn(places, target);
  if (from === undefined || to === undefined) return journey;
  if (to.y <= from.y) return place([[id, { x: to.x, y: from.y + rowHeight }]])(journey);
  const at = { x: to.x, y: Math.min(to.y, from.y + rowHeight) };
  const down = Math.max(0, at.y + rowHeight - to.y);
  const moved = Object.entries(places).flatMap(([other, point]) =>
    other !== source && point.y >= to.y ? [[other, { x: point.x, y: point.y + down }] as const] : [],
  );
  return place([...(down === 0 ? [] : moved), [id, at]])(journey);
}
