import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationUnits, fromParts, toParts } from '../../../src/canvas/form/duration-parts.ts';
import { findDuration } from '../../../src/journey/duration.ts';

describe('a duration as a number and a unit', () => {
  test.each([
    ['2h', { amount: 2, unit: 'hour' }],
    ['24h', { amount: 24, unit: 'hour' }],
    ['90m', { amount: 90, unit: 'minute' }],
    ['PT90M', { amount: 90, unit: 'minute' }],
    ['PT2H', { amount: 2, unit: 'hour' }],
    ['P1D', { amount: 1, unit: 'day' }],
    ['7d', { amount: 7, unit: 'day' }],
    ['P2W', { amount: 2, unit: 'week' }],
    ['P1Y', { amount: 1, unit: 'year' }],
  ])('%s is one number', (text, parts) => {
    expect(toParts(text)).toEqual(parts);
  });

  test.each(['P1DT12H', 'P1M2D', 'soon', ''])('%s is none, and stays text', (text) => {
    expect(toParts(text)).toBeUndefined();
  });

  test('it is written in its shortest form, and reads as what was written', () => {
    expect(fromParts({ amount: 2, unit: 'hour' })).toBe('2h');
    expect(fromParts({ amount: 1, unit: 'day' })).toBe('P1D');
    expect(fromParts({ amount: 3, unit: 'month' })).toBe('P3M');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.constantFrom(...durationUnits), (amount, unit) => {
        expect(toParts(fromParts({ amount, unit }))).toEqual({ amount, unit });
      }),
    );
  });

  test('reading and writing never changes how long it is', () => {
    const text = fc.oneof(
      fc.tuple(fc.nat(9_999), fc.constantFrom(...'smhdw')).map(([amount, unit]) => `${amount}${unit}`),
      fc.tuple(fc.nat(9_999), fc.constantFrom(...'HMS')).map(([amount, unit]) => `PT${amount}${unit}`),
    );
    fc.assert(
      fc.property(text, (written) => {
        const parts = toParts(written);
        if (parts !== undefined) expect(findDuration(fromParts(parts))).toEqual(findDuration(written));
      }),
    );
  });
});
