// `split`: the shares, and that a person keeps an arm.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawArm, drawFraction } from '../../../src/journey/draw.ts';
import { refusalsOf, visit } from '../../support/flow-visit.ts';

const arms = [
  { name: 'coupon', weight: 20 },
  { name: 'gift', weight: 30 },
  { name: 'control', weight: 50 },
];

function armOf(with_: object, who: { id: string; runId?: string; node?: string }): string {
  const { id, ...where } = who;
  const answer = visit('split', { arms, ...with_ }, { person: { id }, ...where });
  return answer !== undefined && 'outcome' in answer ? answer.outcome : '';
}

const people = Array.from({ length: 500 }, (_, n) => `person-${n}`);
const drawn = (with_: object, more: object = {}) => people.map((id) => armOf(with_, { id, ...more }));

describe('a person', () => {
  test('keeps the arm in every run', () => {
    expect(drawn({}, { runId: 'run_1' })).toEqual(drawn({}, { runId: 'run_2' }));
  });

  test('draws again in each run where the run keeps it', () => {
    const kept = { keep: 'run' };
    expect(drawn(kept, { runId: 'run_1' })).toEqual(drawn(kept, { runId: 'run_1' }));
    expect(new Set(people.map((_, n) => armOf(kept, { id: 'guest', runId: `run_${n}` }))).size).toBe(3);
  });

  test('draws anew at another node, unless both are one experiment', () => {
    expect(drawn({}, { node: 'first' })).not.toEqual(drawn({}, { node: 'second' }));
    const named = { experiment: 'spring' };
    expect(drawn(named, { node: 'first' })).toEqual(drawn(named, { node: 'second' }));
  });
});

describe('the draw', () => {
  test('gives each arm its share', () => {
    const count = 20_000;
    const shares = new Map<string, number>();
    for (let n = 0; n < count; n += 1) {
      const { name } = drawArm(arms, `test/person-${n}`);
      shares.set(name, (shares.get(name) ?? 0) + 1 / count);
    }
    // Four standard deviations of a share of 0.5.
    for (const { name, weight } of arms) {
      expect(Math.abs((shares.get(name) ?? 0) - weight / 100)).toBeLessThan(0.014);
    }
  });

  test('moves people only to arms that have gained', () => {
    const weight = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(fc.string(), fc.tuple(weight, weight, weight), weight, (seed, [a, b, c], more) => {
        const named = (x: number, y: number, z: number) => [
          { name: 'a', weight: x },
          { name: 'b', weight: y },
          { name: 'c', weight: z },
        ];
        const before = drawArm(named(a, b, c), seed).name;
        const after = drawArm(named(a, b + more, c), seed).name;
        expect([before, 'b']).toContain(after);
      }),
    );
  });

  test('does not depend on the order of the arms', () => {
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray(arms, { minLength: 3 }), (seed, shuffled) => {
        expect(drawArm(shuffled, seed)).toEqual(drawArm(arms, seed));
      }),
    );
  });

  test('is a fraction below one', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(drawFraction(seed)).toBeGreaterThanOrEqual(0);
        expect(drawFraction(seed)).toBeLessThan(1);
      }),
    );
  });
});

test('it refuses weights that do not add up, and arms of one name', () => {
  const two = (a: number, b: number, name = 'b') => ({
    arms: [
      { name: 'a', weight: a },
      { name, weight: b },
    ],
  });
  expect(refusalsOf('split', two(50, 40))).toEqual(['arms: weights']);
  expect(refusalsOf('split', two(50, 50, 'a'))).toEqual(['arms.1.name: duplicate']);
  expect(refusalsOf('split', two(100, 0))).not.toEqual([]);
});
