// The journey that is edited: a definition as its author wrote it. Values are immutable and share what did not change,
// so that views can be kept by identity. Pure.

import type { Definition, DefinitionNode } from '../../journey/definition.ts';

export type Journey = Definition;
export type Step = DefinitionNode;

/** Pixels of the canvas at 100%. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where steps stand, by id. */
export type Places = Readonly<Record<string, Point>>;

/** What an author does to a journey. The same journey comes back where nothing changes. */
export type Command = (journey: Journey) => Journey;

/** A step of this id, as far as it is the journey's own. */
export function stepOf(journey: Journey, id: string): Step | undefined {
  return Object.hasOwn(journey.nodes, id) ? journey.nodes[id] : undefined;
}

/** Where the author has put a step; undefined where it is left to the layout. */
export function placeOf(journey: Journey, id: string): Point | undefined {
  const canvas = journey.canvas;
  if (canvas === undefined || !Object.hasOwn(canvas, id)) return undefined;
  return toPoint(canvas[id]);
}

/** Where a step stands: where the author has put it, else where the layout has. */
export function whereIs(journey: Journey, id: string, placed: Places): Point | undefined {
  return placeOf(journey, id) ?? pointIn(placed, id);
}

/** Ids may be words that every object knows (`toString`). */
export function pointIn(places: Places, id: string): Point | undefined {
  return Object.hasOwn(places, id) ? places[id] : undefined;
}

/** The point that a value of `canvas` is. */
export function toPoint(value: unknown): Point | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { x, y } = value as { readonly x?: unknown; readonly y?: unknown };
  if (typeof x !== 'number' || typeof y !== 'number') return undefined;
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined;
}
