// The shapes that the line of an edge may have: from the bottom or the right of a step to the top of another, in right
// angles. The best comes first where nothing is in the way. Pure.

import type { Point } from '../model/journey.ts';

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export type Leaving = 'bottom' | 'right';

export interface Ends {
  readonly from: Point;
  readonly to: Point;
  readonly leaves: Leaving;
  /** The steps at both ends. */
  readonly source: Box;
  readonly target: Box;
}

export interface Shape {
  readonly points: readonly Point[];
  /** What it costs by itself: pixels, and corners. */
  readonly cost: number;
}

/** Pixels between a step and a line along it, and between two lines side by side. */
const clearance = 20;
const laneWidth = 12;
const lanes = [0, 1, 2, 3];
/** A corner counts as much as so many pixels. */
const corner = 48;

export function shapesOf(ends: Ends): readonly Shape[] {
  const ways = ends.leaves === 'bottom' ? downward(ends) : aside(ends);
  return ways.map(toShape).sort((a, b) => a.cost - b.cost);
}

function downward({ from, to, source, target }: Ends): Point[][] {
  const isBelow = to.y - from.y >= clearance;
  if (isBelow && Math.abs(from.x - to.x) < 1) return [[from, to], ...around(from, to, { source, target })];
  const bends = lanes.flatMap((lane) => [
    from.y + clearance + lane * laneWidth,
    to.y - clearance - lane * laneWidth,
  ]);
  const direct = bends
    .filter((y) => y >= from.y + 8 && y <= to.y - 8)
    .map((y) => [from, { x: from.x, y }, { x: to.x, y }, to]);
  return [...direct, ...around(from, to, { source, target })];
}

/** Along a gutter beside one of the two steps. */
function around(from: Point, to: Point, { source, target }: Pick<Ends, 'source' | 'target'>): Point[][] {
  return lanes.flatMap((lane) => {
    const off = clearance + lane * laneWidth;
    const [out, back] = [from.y + off, to.y - off];
    const gutters = [
      source.x - off,
      source.x + source.width + off,
      target.x - off,
      target.x + target.width + off,
    ];
    return gutters.map((x) => [
      from,
      { x: from.x, y: out },
      { x, y: out },
      { x, y: back },
      { x: to.x, y: back },
      to,
    ]);
  });
}

function aside({ from, to, source, target }: Ends): Point[][] {
  const straight = to.x > from.x + 8 && to.y > from.y + 8 ? [[from, { x: to.x, y: from.y }, to]] : [];
  const bent = lanes.flatMap((lane) =>
    lanes.flatMap((row) => {
      const off = clearance + lane * laneWidth;
      const y = to.y - clearance - row * laneWidth;
      const gutters = [source.x + source.width + off, target.x - off, target.x + target.width + off];
      return gutters
        .filter((x) => x > from.x)
        .map((x) => [from, { x, y: from.y }, { x, y }, { x: to.x, y }, to]);
    }),
  );
  return [...straight, ...bent];
}

function toShape(points: readonly Point[]): Shape {
  let length = 0;
  for (const [a, b] of segmentsOf(points)) length += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  return { points, cost: length + (points.length - 2) * corner };
}

export function segmentsOf(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point]);
}
