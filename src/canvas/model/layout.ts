// Places the steps of a journey on a grid: what should reach the person runs straight down, what falls back leaves to the
// right, and below a step stands nothing that its way passes through. The same journey is always placed alike. Pure; the
// worker calls it.

import type { Places, Point } from './journey.ts';
import { findColumns } from './layout-columns.ts';
import { findRanks, type Way } from './layout-ranks.ts';

export interface PlacedStep {
  readonly id: string;
  readonly height: number;
  /** Where it stands already, and stays. */
  readonly at?: Point | undefined;
}

export interface Placing {
  /** What a run begins with comes first; the first step where absent. */
  readonly start?: string;
  readonly steps: readonly PlacedStep[];
  readonly edges: readonly { readonly source: string; readonly target: string; readonly reached: boolean }[];
}

/** Pixels; multiples of the 4-px grid. */
export const stepWidth = 244;
const gap = { x: 108, y: 64 } as const;

/** Every step's upper left corner. Where some stand already, the others are put beside those that lead to them. */
export function placeSteps({ start, steps, edges }: Placing): Places {
  const ordered = [...steps].sort((a, b) => Number(b.id === start) - Number(a.id === start));
  const ways = toWays(ordered, edges);
  const ranks = findRanks(ways);
  const columns = findColumns(ways, ranks);
  const tops = topsOfRows(ordered, ranks);
  const ideal = ordered.map(
    (_step, index): Point => ({
      x: (columns[index] ?? 0) * (stepWidth + gap.x),
      y: tops[ranks[index] ?? 0] ?? 0,
    }),
  );
  const isFree = ordered.every(({ at }) => at === undefined);
  const points = isFree ? ideal : settle(ordered, { ideal, ways, ranks });
  return Object.fromEntries(ordered.map(({ id }, index) => [id, points[index] ?? { x: 0, y: 0 }]));
}

/** By index, what reaches first, each target once. */
function toWays(steps: readonly PlacedStep[], edges: Placing['edges']): readonly (readonly Way[])[] {
  const indexes = new Map(steps.map(({ id }, index) => [id, index]));
  const ways: Way[][] = steps.map(() => []);
  const inOrder = [...edges].sort((a, b) => Number(b.reached) - Number(a.reached));
  for (const { source, target, reached } of inOrder) {
    const [from, to] = [indexes.get(source), indexes.get(target)];
    if (from === undefined || to === undefined || from === to) continue;
    const list = ways[from];
    if (list !== undefined && !list.some((way) => way.to === to)) list.push({ to, reached });
  }
  return ways;
}

/** A row is as high as its highest step. */
function topsOfRows(steps: readonly PlacedStep[], ranks: readonly number[]): readonly number[] {
  const heights: number[] = [];
  for (const [index, { height }] of steps.entries()) {
    const rank = ranks[index] ?? 0;
    heights[rank] = Math.max(heights[rank] ?? 0, height);
  }
  const tops: number[] = [];
  let top = 0;
  for (const height of heights) {
    tops.push(top);
    top += toGrid((height ?? 0) + gap.y);
  }
  return tops;
}

interface Plan {
  readonly ideal: readonly Point[];
  readonly ways: readonly (readonly Way[])[];
  readonly ranks: readonly number[];
}

/** From above downwards: as far from the step that leads there as it ideally is, further down where another stands. */
function settle(steps: readonly PlacedStep[], { ideal, ways, ranks }: Plan): readonly (Point | undefined)[] {
  const points: (Point | undefined)[] = steps.map(({ at }) => at);
  const sources = sourcesOf(ways);
  const order = steps.map((_step, index) => index).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
  for (const index of order) {
    if (points[index] !== undefined) continue;
    const anchor = findAnchor(index, { ways, sources, points });
    const wanted = shift(ideal[index], points[anchor], ideal[anchor]);
    points[index] = moveClear(wanted, steps[index]?.height ?? 0, { steps, points });
  }
  return points;
}

/** Those that lead to each step. */
function sourcesOf(ways: Plan['ways']): readonly (readonly number[])[] {
  const sources: number[][] = ways.map(() => []);
  for (const [from, list] of ways.entries()) for (const { to } of list) sources[to]?.push(from);
  return sources;
}

interface Settling {
  readonly ways: Plan['ways'];
  readonly sources: readonly (readonly number[])[];
  readonly points: readonly (Point | undefined)[];
}

/** A step that stands and leads here; else one that this leads to; else any. */
function findAnchor(index: number, { ways, sources, points }: Settling): number {
  const before = sources[index]?.find((from) => points[from] !== undefined);
  if (before !== undefined) return before;
  const after = ways[index]?.find(({ to }) => points[to] !== undefined);
  return after?.to ?? points.findIndex((point) => point !== undefined);
}

function shift(ideal: Point | undefined, anchor: Point | undefined, idealAnchor: Point | undefined): Point {
  const by = { x: (anchor?.x ?? 0) - (idealAnchor?.x ?? 0), y: (anchor?.y ?? 0) - (idealAnchor?.y ?? 0) };
  return { x: (ideal?.x ?? 0) + by.x, y: (ideal?.y ?? 0) + by.y };
}

interface Standing {
  readonly steps: readonly PlacedStep[];
  readonly points: readonly (Point | undefined)[];
}

function moveClear({ x, y }: Point, height: number, { steps, points }: Standing): Point {
  const taken = points.flatMap((point, index) => {
    if (point === undefined || Math.abs(point.x - x) >= stepWidth) return [];
    return [{ top: point.y, bottom: point.y + (steps[index]?.height ?? 0) }];
  });
  let top = y;
  for (const other of taken.sort((a, b) => a.top - b.top)) {
    if (other.top < top + height && top < other.bottom) top = toGrid(other.bottom + gap.y);
  }
  return { x, y: top };
}

function toGrid(pixels: number): number {
  return Math.ceil(pixels / 4) * 4;
}
