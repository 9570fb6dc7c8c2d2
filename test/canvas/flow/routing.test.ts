import { describe, expect, it } from 'vitest';
import { type Route, routeEdges } from '../../../src/canvas/flow/route-edges.ts';
import { type Box, segmentsOf } from '../../../src/canvas/flow/route-shapes.ts';
import { toRouting } from '../../../src/canvas/flow/to-routing.ts';
import type { Journey, Point } from '../../../src/canvas/model/journey.ts';
import { fromGallery, galleryIds } from '../model/journeys.ts';
import { draw } from './drawings.ts';

const drawn = new Map<string, ReturnType<typeof route>>();

/** Each is drawn once. */
function routeOf(id: string) {
  const before = drawn.get(id) ?? route(fromGallery(id));
  drawn.set(id, before);
  return before;
}

function route(journey: Journey) {
  const { nodes, edges } = draw(journey);
  const routing = toRouting(nodes, edges, 'en');
  return { routing, routes: routeEdges(routing) };
}

/** Steps whose inside a line passes. */
function stepsCrossed({ points }: Route, boxes: ReadonlyMap<string, Box>): readonly string[] {
  return [...boxes].flatMap(([id, box]) =>
    segmentsOf(points).some(([a, b]) => passes(a, b, box)) ? [id] : [],
  );
}

function passes(a: Point, b: Point, { x, y, width, height }: Box): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return left < x + width - 1 && right > x + 1 && top < y + height - 1 && bottom > y + 1;
}

describe('the ways of edges', () => {
  it.each(galleryIds)('run around every step of %s', (id) => {
    const { routing, routes } = routeOf(id);
    const crossed = [...routes].flatMap(([edge, way]) => {
      const steps = stepsCrossed(way, routing.boxes);
      return steps.length === 0 ? [] : [`${edge} runs through ${steps.join(', ')}`];
    });
    expect(crossed).toEqual([]);
  });

  it.each(galleryIds)('leave a free place for every label of %s', (id) => {
    const { routing, routes } = routeOf(id);
    const covering = routing.edges.filter(
      ({ id: edge, labelWidth }) => labelWidth > 0 && routes.get(edge)?.isCramped,
    );
    expect(covering.map(({ id: edge }) => edge)).toEqual([]);
  });

  it('begin where the outcome leaves and end on top of the step', () => {
    const { routing, routes } = routeOf('spring-sale');
    for (const { id, from, to } of routing.edges) {
      expect(routes.get(id)?.points.at(0)).toEqual(from);
      expect(routes.get(id)?.points.at(-1)).toEqual(to);
    }
  });

  it('go in right angles', () => {
    const { routes } = routeOf('order-status');
    for (const { points } of routes.values()) {
      for (const [a, b] of segmentsOf(points)) expect(a.x === b.x || a.y === b.y).toBe(true);
    }
  });

  it('run straight down where the message reaches', () => {
    const { routes } = routeOf('spring-sale');
    expect(routes.get('offer→think')?.points).toHaveLength(2);
  });

  it('are the same for the same drawing', () => {
    const { routing, routes } = routeOf('cart-recovery');
    expect(routeEdges(routing)).toEqual(routes);
  });

  it('lead back up beside the steps between', () => {
    const boxes = new Map([
      ['a', { x: 0, y: 0, width: 244, height: 100 }],
      ['b', { x: 0, y: 200, width: 244, height: 100 }],
      ['c', { x: 0, y: 400, width: 244, height: 100 }],
    ]);
    const back = { id: 'back', source: 'c', target: 'a', from: { x: 122, y: 500 }, to: { x: 122, y: 0 } };
    const routes = routeEdges({ boxes, edges: [{ ...back, leaves: 'bottom', labelWidth: 0 }] });
    const way = routes.get('back');
    expect(way && stepsCrossed(way, boxes)).toEqual([]);
  });

  it('don’t lie on each other where they lead elsewhere', () => {
    const boxes = new Map(
      ['a', 'b', 'c', 'd'].map(
        (id, row) => [id, { x: row < 2 ? 0 : 352, y: row * 200, width: 244, height: 100 }] as const,
      ),
    );
    const edges = [
      { id: 'first', source: 'a', target: 'c', from: { x: 244, y: 72 }, to: { x: 474, y: 400 } },
      { id: 'second', source: 'b', target: 'd', from: { x: 244, y: 272 }, to: { x: 474, y: 600 } },
    ].map((edge) => ({ ...edge, leaves: 'right' as const, labelWidth: 0 }));
    const routes = routeEdges({ boxes, edges });
    const second = routes.get('second');
    expect(second && stepsCrossed(second, boxes)).toEqual([]);
    const upright = ({ points }: Route) =>
      segmentsOf(points)
        .filter(([a, b]) => a.x === b.x)
        .map(([a]) => a.x);
    const shared = upright(routes.get('first') as Route).filter(
      (x) => second && upright(second).slice(0, -1).includes(x),
    );
    expect(shared).toEqual([]);
  });
});
