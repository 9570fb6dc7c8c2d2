// Where the entry's box stands: above the first step, or beside that where another step is already. Pure.

import type { Point } from '../model/journey.ts';
import { stepWidth } from '../model/layout.ts';
import { typicalHeight } from './frames.ts';

/** The gap between the entry's box and the first step, pixels. */
const below = 52;
/** Pixels between it and a step on its right. */
const apart = 24;

interface Standing {
  readonly placeFor: (id: string) => Point;
  readonly heights: ReadonlyMap<string, number>;
  /** Of the entry's box, pixels. */
  readonly height: number;
}

export function entryPlace(
  start: string,
  steps: readonly string[],
  { placeFor, heights, height }: Standing,
): Point {
  const first = placeFor(start);
  const top = first.y - height - below;
  const isTaken = steps.some((id) => {
    const { x, y } = placeFor(id);
    const bottom = y + (heights.get(id) ?? typicalHeight);
    return id !== start && Math.abs(x - first.x) < stepWidth && y < top + height && top < bottom;
  });
  return { x: isTaken ? first.x - stepWidth - apart : first.x, y: top };
}
