import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCountOverlay } from '../../../src/canvas/live/count-overlay.ts';
import { edgesFrom } from '../../../src/canvas/live/drawn.ts';
import { check, journeyOf, springSale } from '../model/journeys.ts';

const sale = { journey: springSale, check: check(springSale) };
const outcomes = { delivered: 70, 'limit.user': 12, experiment: 8, undeliverable: 5, 'template.paused': 3 };
const counted = toCountOverlay(sale, {
  entered: 100,
  nodes: { offer: { entered: 100, inside: 2, outcomes } },
});

test('a step shows how many came, and its bar what became of them', () => {
  expect(counted.steps['@entry']?.count).toBe(100);
  expect(counted.steps['offer']).toMatchObject({
    count: 100,
    bar: { reached: 70, waiting: 2, fell: 23, failed: 5 },
    inside: 2,
  });
  expect(counted.steps['think']).toEqual({ count: 0 });
});

test('a chip shows its outcomes, also where it stands for a prefix or for the rest', () => {
  expect(counted.steps['offer']?.outcomes).toMatchObject({ delivered: 70, limit: 12, '*': 3 });
});

test('an edge shows who took it, and their share of those who left the step', () => {
  expect(counted.edges['offer→think']).toEqual({ count: 70, share: 70 / 98 });
  expect(counted.edges['offer→text!']).toEqual({ count: 20, share: 20 / 98 });
  expect(counted.edges['offer→mail!']).toEqual({ count: 8, share: 8 / 98 });
  expect(counted.edges['text→done']).toEqual({ count: 0 });
});

test('an end has no bar: what it says of itself is neither good nor bad', () => {
  const nodes = { done: { entered: 9, inside: 0, outcomes: { reached: 9 } } };
  expect(toCountOverlay(sale, { entered: 9, nodes }).steps['done']).toEqual({ count: 9 });
});

test('people of a step that the version does not have are not shown', () => {
  const nodes = { gone: { entered: 4, inside: 4, outcomes: {} } };
  expect(toCountOverlay(sale, { entered: 4, nodes }).steps).not.toHaveProperty('gone');
});

test('steps and outcomes may be called as what every object has', () => {
  const journey = journeyOf({
    toString: {
      type: 'branch',
      with: { cases: [{ name: 'constructor', if: 'true' }] },
      next: { constructor: 'end' },
    },
    end: { type: 'exit' },
  });
  const drawn = { journey, check: check(journey) };
  expect(toCountOverlay(drawn, { entered: 0, nodes: {} }).edges).toEqual({ 'toString→end': { count: 0 } });
});

const words = [
  'delivered',
  'read',
  'limit.user',
  'limit.us',
  'experiment',
  'silent',
  'unresolved',
  'account',
  'made-up',
];

test('whatever happened, the bar has everybody who left or is inside, and no edge more than left by it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...words), fc.nat(10_000)), fc.nat(500), (left, inside) => {
      const total = Object.values(left).reduce((sum, count) => sum + count, 0);
      const offer = { entered: total + inside + 1, inside, outcomes: left };
      const { steps, edges } = toCountOverlay(sale, { entered: offer.entered, nodes: { offer } });
      const bar = Object.values(steps['offer']?.bar ?? {}).reduce((sum, count) => sum + count, 0);
      expect(bar).toBe(total + inside);
      const taken = edgesFrom(sale, 'offer').reduce((sum, { id }) => sum + (edges[id]?.count ?? 0), 0);
      // All outcomes of the offer are routed but those that it can't have.
      const unknown = left['read'] ?? 0;
      expect(taken).toBeLessThanOrEqual(total);
      expect(taken).toBeGreaterThanOrEqual(total - unknown);
    }),
  );
});
