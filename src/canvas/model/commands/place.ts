// Where steps stand on the canvas: never part of the meaning. Pure.

import { type Command, type Journey, type Places, type Point, placeOf, stepOf, whereIs } from '../journey.ts';

/** Puts steps where the author has dragged them. */
export function place(places: readonly (readonly [id: string, point: Point])[]): Command {
  return (journey) => {
    const moved = places.filter(([id, point]) => {
      const at = placeOf(journey, id);
      return stepOf(journey, id) !== undefined && (at?.x !== point.x || at.y !== point.y);
    });
    if (moved.length === 0) return journey;
    const canvas = moved.map(([id, { x, y }]) => [id, { ...extrasOf(journey.canvas, id), x, y }] as const);
    return { ...journey, canvas: { ...journey.canvas, ...Object.fromEntries(canvas) } };
  };
}

/** Puts all steps where the layout would: `places` is its answer. */
export function tidy(places: Places): Command {
  return place(Object.entries(places));
}

/**
 * Moves steps by so many pixels.
 *
 * @param placed where the layout has put the steps that have no place of their own
 */
export function nudge(ids: Iterable<string>, by: Point, placed: Places = {}): Command {
  return (journey) => {
    const moved = [...ids].flatMap((id) => {
      const at = whereIs(journey, id, placed);
      return at === undefined ? [] : [[id, { x: at.x + by.x, y: at.y + by.y }] as const];
    });
    return place(moved)(journey);
  };
}

/** What somebody has written beside x and y stays. */
function extrasOf(canvas: Journey['canvas'], id: string): object {
  const entry = canvas !== undefined && Object.hasOwn(canvas, id) ? canvas[id] : undefined;
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? entry : {};
}
