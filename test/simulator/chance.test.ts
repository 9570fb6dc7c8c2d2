// Chance that can be repeated.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultRates } from '../../src/simulator/default-rates.ts';
import { offer, played } from './simulated.ts';

const chance = (seed: number, rates: object = {}) => ({ world: { random: { seed, rates } } });
const somebody = (id: string) => ({ person: { id } });

test('the same seed and person come to the same end, whatever happened to others', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000 }),
      fc.string({ minLength: 1, maxLength: 20 }),
      (seed, id) => {
        const [one, other] = [1, 2].map(() => played(offer(), { ...somebody(id), ...chance(seed) }));
        expect(one?.simulation.trace).toEqual(other?.simulation.trace);
      },
    ),
    { numRuns: 40 },
  );
});

test('shares come out as they were said', () => {
  const rates = { whatsapp: { failed: { 131026: 0.25 }, delivered: 0.5 } };
  const outcomes = Array.from({ length: 400 }, (_, index) => {
    const { path } = played(offer(), { ...somebody(`p${index}`), ...chance(7, rates) });
    return path[0];
  });
  const shareOf = (step: string) => outcomes.filter((outcome) => outcome === step).length / outcomes.length;
  expect(shareOf('offer→undeliverable')).toBeCloseTo(0.25, 1);
  expect(shareOf('offer→delivered')).toBeCloseTo(0.5, 1);
  expect(shareOf('offer→silent')).toBeCloseTo(0.25, 1);
});

test('limits of marketing happen to marketing only', () => {
  const rates = { whatsapp: { failed: { 131049: 1 } } };
  const utility = {
    templates: [{ name: 'spring_sale', language: 'ko', category: 'UTILITY', status: 'APPROVED' }],
  };
  expect(played(offer(), chance(1, rates)).path[0]).toBe('offer→limit.user');
  expect(played(offer(), chance(1, rates), utility).path[0]).toBe('offer→delivered');
});

test('default shares leave room for silence', () => {
  for (const { failed, delivered } of Object.values(defaultRates)) {
    const sum = Object.values(failed).reduce((total: number, share) => total + share, delivered);
    expect(sum).toBeLessThanOrEqual(1);
  }
});
