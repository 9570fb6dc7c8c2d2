// A place for a new step where none stands yet: at the point, or below what stands there. Pure.

import type { Places, Point } from '../model/journey.ts';
import { stepWidth } from '../model/layout.ts';
import { typicalHeight } from './frames.ts';

const grid = 4;
/** Pixels between two steps. */
const apart = 24;

export function freePlace(point: Point, places: Places, heights: ReadonlyMap<string, number>): Point {
  const x = Math.round(point.x / grid) * grid;
  let y = Math.round(point.y / grid) * grid;
  const inTheWay = Object.entries(places)
    .filter(([, place]) => Math.abs(place.x - x) < stepWidth + apart)
    .map(([id, place]) => ({ top: place.y, bottom: place.y + (heights.get(id) ?? typicalHeight) }))
    .sort((a, b) => a.top - b.top);
  for (const { top, bottom } of inTheWay) {
    if (y < bottom + apart && top < y + typicalHeight + apart)
      y = Math.ceil((bottom + 2 * apart) / grid) * grid;
  }
  return { x, y };
}
