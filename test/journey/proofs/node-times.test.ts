// The proofs are as good as what node types say of themselves.

import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../activities/nodes/index.ts';
import { toMaximumMs, toMinimumMs } from '../../../src/journey/duration.ts';
import { failureOutcomes, inVainOutcomes, unreceivedOutcomes } from '../../../src/messaging/outcomes.ts';

describe('a node type', () => {
  it('that waits says how long at most, unless it is another journey', () => {
    const silent = [...catalogue.values()].filter(
      ({ waits, longestMs, inlines }) => waits && longestMs === undefined && inlines === undefined,
    );
    expect(silent.map(({ type }) => type)).toEqual([]);
  });

  it.each([
    ['30m', 'PT30M'],
    ['24h', 'PT24H'],
    ['P1D', '1d'],
    ['P1M', 'P1M'],
    ['P1Y', 'P1Y'],
  ])('bounds %s from below and above', (text, same) => {
    expect(toMinimumMs(text)).toBeLessThanOrEqual(toMaximumMs(text));
    expect(toMinimumMs(same)).toBe(toMinimumMs(text));
  });
});

describe('the words of failures', () => {
  it('that are in vain on the same channel say that the person has got nothing', () => {
    expect(
      [...inVainOutcomes.any, ...inVainOutcomes.marketing].filter(
        (word) => !unreceivedOutcomes.includes(word),
      ),
    ).toEqual([]);
  });

  it('leave only three open', () => {
    expect(failureOutcomes.filter((word) => !unreceivedOutcomes.includes(word))).toEqual([
      'silent',
      'unresolved',
      'unavailable',
    ]);
  });
});
