// Ways for all edges at once: around the steps, beside each other, and with a free place for each label. The same drawing
// always gets the same ways. Pure.

import type { Point } from '../model/journey.ts';
import { type Area, overlap, Plane } from './plane.ts';
import { type Box, type Ends, type Leaving, type Shape, segmentsOf, shapesOf } from './route-shapes.ts';

export interface RoutedEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly from: Point;
  readonly to: Point;
  readonly leaves: Leaving;
  /** Pixels; 0 where the edge has no label. */
  readonly labelWidth: number;
}

export interface Route {
  readonly points: readonly Point[];
  /** Middle of the label, or of the place where a step can be put in. */
  readonly label: Point;
  /** Pixels, where there is no room for all of the label. */
  readonly labelWidth?: number;
  /** A label would lie over a step or another label. */
  readonly isCramped?: boolean;
}

interface Standing extends Area {
  readonly id: string;
}

interface Line extends Area {
  readonly edge: RoutedEdge;
}

const labelHeight = 24;
/** Fits between two columns of steps. */
const narrowLabel = 80;
/** A label beside an upright line still covers so many pixels of it. */
const labelGrip = 12;
/** What it costs to pass through a step, along a pixel of another line, across another line; and for a label to cover one. */
const prices = { step: 4_000, along: 6, across: 24, covered: 1_000 } as const;
/** Pixels that a line keeps from a step that it doesn't belong to. */
const margin = 8;

/** Plain data: it may go to a worker. */
export interface Routing {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly edges: readonly RoutedEdge[];
}

/** Those that go straight down take their place first. */
export function routeEdges({ boxes, edges }: Routing): ReadonlyMap<string, Route> {
  const steps = new Plane<Standing>();
  for (const [id, box] of boxes) steps.add({ id, ...toArea(box, 0) });
  const lines = new Plane<Line>();
  const ways = new Map<RoutedEdge, readonly Point[]>();
  const order = [...edges].sort((a, b) => rankOf(a) - rankOf(b));
  for (const edge of order) {
    const source = boxes.get(edge.source);
    const target = boxes.get(edge.target);
    if (source === undefined || target === undefined) continue;
    const { points } = findBest(shapesOf({ ...edge, source, target }), (shape, least) =>
      priceOf(shape, { edge, steps, lines, least }),
    );
    ways.set(edge, points);
    for (const [a, b] of segmentsOf(points)) lines.add({ edge, ...toArea(spanOf(a, b), 0.5) });
  }
  return placeLabels(ways, { steps, lines });
}

/** The way of one edge, where nothing else is known: while it is dragged. */
export function routeAlone(ends: Ends): Route {
  const [best] = shapesOf(ends);
  const points = best?.points ?? [ends.from, ends.to];
  return { points, label: middlesOf(points)[0]?.at ?? ends.from };
}

function rankOf({ leaves, from, to }: RoutedEdge): number {
  const length = Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
  return leaves === 'bottom' && from.x === to.x ? length : length + 1_000_000;
}

/** Shapes come in the order of their own cost: none that follows can be better than the best so far. */
function findBest(shapes: readonly Shape[], priceOf: (shape: Shape, least: number) => number): Shape {
  let best = shapes[0] as Shape;
  let least = Number.POSITIVE_INFINITY;
  for (const shape of shapes) {
    if (shape.cost >= least) break;
    const price = priceOf(shape, least);
    if (price < least) [best, least] = [shape, price];
  }
  return best;
}

interface Pricing {
  readonly edge: RoutedEdge;
  readonly steps: Plane<Standing>;
  readonly lines: Plane<Line>;
  readonly least: number;
}

function priceOf({ points, cost }: Shape, { edge, steps, lines, least }: Pricing): number {
  let price = cost;
  for (const [a, b] of segmentsOf(points)) {
    const span = spanOf(a, b);
    for (const step of steps.touching(toArea(span, margin))) {
      const isOwn = step.id === edge.source || step.id === edge.target;
      if (!isOwn || overlap(step, toArea(span, -1))) price += prices.step;
    }
    for (const line of lines.touching(toArea(span, laneGap))) price += priceBeside(span, line, edge);
    if (price >= least) return price;
  }
  return price;
}

/** Closer than this, two lines look like one. */
const laneGap = 5;

/** Lines of one source, or to one target, may run together: they are one tree. */
function priceBeside(span: Box, line: Line, edge: RoutedEdge): number {
  const isUpright = span.width === 0;
  if (isUpright !== line.right - line.left <= 1) return prices.across;
  const shared = isUpright
    ? Math.min(span.y + span.height, line.bottom) - Math.max(span.y, line.top)
    : Math.min(span.x + span.width, line.right) - Math.max(span.x, line.left);
  const isKin =
    line.edge.target === edge.target ||
    (line.edge.source === edge.source && line.edge.leaves === edge.leaves);
  return isKin ? 0 : prices.across + Math.max(0, shared) * prices.along;
}

interface Drawn {
  readonly steps: Plane<Standing>;
  readonly lines: Plane<Line>;
}

function placeLabels(
  ways: ReadonlyMap<RoutedEdge, readonly Point[]>,
  drawn: Drawn,
): ReadonlyMap<string, Route> {
  const labels = new Plane<Area>();
  const routes = new Map<string, Route>();
  for (const [edge, points] of ways) {
    const full = findLabelPlace({ edge, points, labels, width: edge.labelWidth }, drawn);
    const isTight = full.price >= prices.covered && edge.labelWidth > narrowLabel;
    const place = isTight ? findLabelPlace({ edge, points, labels, width: narrowLabel }, drawn) : full;
    const isCramped = place.price >= prices.covered;
    if (!isCramped) labels.add(place.area);
    const limits = { ...(isTight ? { labelWidth: narrowLabel } : {}), ...(isCramped ? { isCramped } : {}) };
    routes.set(edge.id, { points, label: place.at, ...limits });
  }
  return routes;
}

interface LabelSearch {
  readonly edge: RoutedEdge;
  readonly points: readonly Point[];
  readonly labels: Plane<Area>;
  readonly width: number;
}

function findLabelPlace({ edge, points, labels, width }: LabelSearch, { steps, lines }: Drawn) {
  const size = { width: Math.max(width, labelHeight), height: labelHeight };
  let best = { at: edge.from, price: Number.POSITIVE_INFINITY, area: toArea(around(edge.from, size), 2) };
  for (const { at, length, isUpright } of besides(middlesOf(points), size.width)) {
    const area = toArea(around(at, size), 2);
    const room = isUpright ? size.height : size.width;
    const others = lines.touching(area).filter((line) => line.edge !== edge).length;
    const price =
      prices.covered * (steps.touching(area).length + labels.touching(area).length) +
      50 * others +
      (length < room + 16 ? 60 : 0);
    if (price < best.price) best = { at, price, area };
  }
  return best;
}

interface Middle {
  readonly at: Point;
  readonly length: number;
  readonly isUpright: boolean;
}

/** Where a label may stand: the middle of each part, then nearer to its ends. */
function middlesOf(points: readonly Point[]): readonly Middle[] {
  const parts = segmentsOf(points).map(([a, b]) => ({
    a,
    b,
    length: Math.abs(a.x - b.x) + Math.abs(a.y - b.y),
    isUpright: a.x === b.x,
  }));
  return [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].flatMap((share) =>
    parts.map(({ a, b, length, isUpright }) => ({
      at: { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share },
      length,
      isUpright,
    })),
  );
}

/** The same, and further right or left of an upright line, as far as a label still lies on it. */
function besides(middles: readonly Middle[], width: number): readonly Middle[] {
  const off = Math.max(0, width / 2 - labelGrip);
  return [0, off, -off].flatMap((by) =>
    middles
      .filter(({ isUpright }) => by === 0 || isUpright)
      .map((middle) => ({ ...middle, at: { x: middle.at.x + by, y: middle.at.y } })),
  );
}

function spanOf(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

function around({ x, y }: Point, { width, height }: Pick<Box, 'width' | 'height'>): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function toArea({ x, y, width, height }: Box, by: number): Area {
  return { left: x - by, top: y - by, right: x + width + by, bottom: y + height + by };
}
