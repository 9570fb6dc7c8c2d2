import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOf } from '../../../src/canvas/model/edges.ts';
import type { Journey } from '../../../src/canvas/model/journey.ts';
import { type Placing, placeSteps, stepWidth } from '../../../src/canvas/model/layout.ts';
import { check, fromGallery, galleryIds, springSale } from './journeys.ts';

const edgeArbitrary = (count: number) =>
  fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 }), fc.boolean());

/** Steps `s0`, `s1` …; where `isAcyclic`, edges lead to higher numbers only. */
const placingArbitrary = ({ isAcyclic }: { readonly isAcyclic: boolean }): fc.Arbitrary<Placing> =>
  fc.array(fc.integer({ min: 40, max: 220 }), { minLength: 1, maxLength: 30 }).chain((heights) =>
    fc.array(edgeArbitrary(heights.length), { maxLength: 60 }).map((edges) => ({
      steps: heights.map((height, index) => ({ id: `s${index}`, height })),
      edges: edges
        .filter(([a, b]) => !isAcyclic || a !== b)
        .map(([a, b, reached]) => {
          const [source, target] = isAcyclic ? [Math.min(a, b), Math.max(a, b)] : [a, b];
          return { source: `s${source}`, target: `s${target}`, reached };
        }),
    })),
  );

const graphs = placingArbitrary({ isAcyclic: false });

/** Pairs of steps that overlap; `at` are those that the author has put somewhere. */
function findOverlaps({ steps }: Placing, places: ReturnType<typeof placeSteps>) {
  const boxes = steps.map((step) => ({ ...step, ...(places[step.id] ?? { x: Number.NaN, y: Number.NaN }) }));
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          Math.abs(a.x - b.x) < stepWidth && a.y < b.y + b.height && b.y < a.y + a.height && !(a.at && b.at),
      )
      .map((b) => `${a.id} ${b.id}`),
  );
}

function toPlacing(journey: Journey): Placing {
  const { nodes } = check(journey);
  return {
    start: journey.start,
    steps: Object.keys(journey.nodes).map((id) => ({ id, height: 96 })),
    edges: Object.entries(journey.nodes).flatMap(([id, step]) =>
      edgesOf(id, step, nodes[id]?.successes ?? []).map(({ source, target, meaning }) => ({
        source,
        target,
        reached: meaning === 'reached',
      })),
    ),
  };
}

describe('the layout', () => {
  it('puts every step somewhere, and no two over each other', () => {
    fc.assert(
      fc.property(graphs, (placing) => {
        const places = placeSteps(placing);
        expect(Object.keys(places).sort()).toEqual(placing.steps.map(({ id }) => id).sort());
        expect(findOverlaps(placing, places)).toEqual([]);
      }),
    );
  });

  it('leads every edge downwards where the graph has no cycle', () => {
    fc.assert(
      fc.property(placingArbitrary({ isAcyclic: true }), (placing) => {
        const places = placeSteps(placing);
        const up = placing.edges.filter(
          ({ source, target }) => (places[target]?.y ?? 0) <= (places[source]?.y ?? 0),
        );
        expect(up).toEqual([]);
      }),
    );
  });

  it('leads what falls back to the right of where it came from, unless it stands there already', () => {
    const places = placeSteps(toPlacing(springSale));
    const column = (id: string) => (places[id]?.x ?? 0) / (stepWidth + 108);
    expect(['offer', 'think', 'done'].map(column)).toEqual([0, 0, 0]);
    expect(column('text')).toBe(1);
    expect(column('mail')).toBe(2);
    expect(column('lost')).toBe(3);
  });

  it('is the same for the same journey', () => {
    fc.assert(
      fc.property(graphs, (placing) => {
        expect(placeSteps(structuredClone(placing))).toEqual(placeSteps(placing));
      }),
    );
  });

  it('stays on the grid of four pixels', () => {
    fc.assert(
      fc.property(graphs, (placing) => {
        const off = Object.values(placeSteps(placing)).filter(({ x, y }) => x % 4 !== 0 || y % 4 !== 0);
        expect(off).toEqual([]);
      }),
    );
  });

  it.each(galleryIds)('shows the spine of %s as one column from its start', (id) => {
    const placing = toPlacing(fromGallery(id));
    const places = placeSteps(placing);
    expect(findOverlaps(placing, places)).toEqual([]);
    const start = placing.start ?? '';
    expect(places[start]).toEqual({ x: 0, y: 0 });
    const next = placing.edges.find(({ source, reached }) => source === start && reached);
    if (next !== undefined) expect(places[next.target]?.x).toBe(0);
  });

  it('places a thousand steps with 1,200 edges', () => {
    const steps = Array.from({ length: 1_000 }, (_, index) => ({ id: `s${index}`, height: 96 }));
    const spine = steps.slice(1).map(({ id }, index) => ({ source: `s${index}`, target: id, reached: true }));
    const falls = Array.from({ length: 201 }, (_, index) => ({
      source: `s${(index * 37) % 900}`,
      target: `s${((index * 37) % 900) + 50}`,
      reached: false,
    }));
    const placing = { steps, edges: [...spine, ...falls] };
    const places = placeSteps(placing);
    expect(Object.keys(places)).toHaveLength(1_000);
    expect(findOverlaps(placing, places)).toEqual([]);
    expect(new Set(Object.values(places).map(({ x }) => x))).toEqual(new Set([0]));
    expect(new Set(Object.values(places).map(({ y }) => y)).size).toBe(1_000);
  });
});

describe('a layout around steps that stand already', () => {
  it('leaves those where they are, and puts no other over any', () => {
    fc.assert(
      fc.property(graphs, fc.array(fc.integer({ min: -900, max: 900 })), (placing, numbers) => {
        const steps = placing.steps.map((step, index) => {
          const [x, y] = [numbers[2 * index], numbers[2 * index + 1]];
          return x === undefined || y === undefined ? step : { ...step, at: { x, y } };
        });
        const places = placeSteps({ ...placing, steps });
        for (const { id, at } of steps.filter((step) => 'at' in step)) expect(places[id]).toEqual(at);
        expect(findOverlaps({ ...placing, steps }, places)).toEqual([]);
      }),
    );
  });

  it('puts a new one below the one that leads to it', () => {
    const placing = toPlacing(springSale);
    const steps = placing.steps.map((step) =>
      step.id === 'think' ? step : { ...step, at: { x: step.id === 'offer' ? 1_000 : 0, y: 40 } },
    );
    expect(placeSteps({ ...placing, steps })['think']).toEqual({ x: 1_000, y: 200 });
  });
});
