// The points of a line as an SVG path with round corners. Pure.

import type { Point } from '../model/journey.ts';

const radius = 14;

export function linePath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const parts = rest.map((point, index) => {
    const before = points[index] ?? first;
    const after = rest[index + 1];
    return after === undefined ? `L${point.x} ${point.y}` : roundCorner(before, point, after);
  });
  return [`M${first.x} ${first.y}`, ...parts].join('');
}

function roundCorner(before: Point, corner: Point, after: Point): string {
  const by = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
  const start = towards(corner, before, by);
  const end = towards(corner, after, by);
  return `L${start.x} ${start.y}Q${corner.x} ${corner.y} ${end.x} ${end.y}`;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}
