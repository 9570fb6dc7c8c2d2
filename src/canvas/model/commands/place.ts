import type { Command, Point } from '../journey.ts';

/** Puts steps where the author has dragged them. */
export function place(places: readonly (readonly [id: string, point: Point])[]): Command {
  return (journey) => {
    if (places.length === 0) return journey;
    const moved = places.map(([id, { x, y }]) => [id, { x, y }] as const);
    return { ...journey, canvas: { ...journey.canvas, ...Object.fromEntries(moved) } };
  };
}
