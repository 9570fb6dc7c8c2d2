import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock, tookWords } from '../../../src/canvas/live/clock.ts';
import { endingsOf } from '../../../src/canvas/live/endings.ts';
import { parseEvent } from '../../../src/canvas/live/event-text.ts';
import { retryDelayMs } from '../../../src/canvas/live/retry-delay.ts';
import { check, springSale } from '../model/journeys.ts';
import { at } from './runs.ts';

test('an instant is as short as can be understood, on the person’s own clock', () => {
  const seoul = createClock('Asia/Seoul', 'en');
  const now = Date.parse(at(0));
  expect(seoul.time(at(4))).toBe('09:12:04');
  expect(seoul.short(at(7_200), now)).toBe('11:12');
  expect(seoul.short(at(86_400), now)).toBe('Wed 09:12');
  expect(seoul.short(at(30 * 86_400), now)).toBe('2 Apr 09:12');
  // The evening before in New York.
  expect(createClock('America/New_York', 'en').time(at(4))).toBe('19:12:04');
});

test('how long something took is told in the units that matter', () => {
  expect([2_800, 42_000, 240_000, 7_500_000, 180_000_000].map((ms) => tookWords(ms, 'en'))).toEqual([
    ...['2.8 s', '42 s', '4 min', '2 h 5 min', '2 d 2 h'],
  ]);
  expect(tookWords(2_800, 'ko')).toBe('2.8초');
});

test('runs end by the ends, the exit rules and what operators do', () => {
  const version = { journey: springSale, check: check(springSale) };
  const nodes = { done: { entered: 1, inside: 0, outcomes: { reached: 1 } } };
  expect(endingsOf(version, { nodes })).toEqual(['reached', 'unreached', 'converted', 'cancelled']);
});

test('an event is a JSON object, or nothing', () => {
  expect(parseEvent('{ "total": 48000 }')).toEqual({ total: 48_000 });
  expect(parseEvent(' ')).toEqual({});
  for (const wrong of ['{', '[]', 'null', '1', '"x"']) expect(parseEvent(wrong)).toBeUndefined();
});

test('a connection is tried again after a while that grows, up to half a minute or so', () => {
  expect([1, 2, 3, 4].map((tries) => retryDelayMs(tries, 0.5))).toEqual([1_000, 2_000, 4_000, 8_000]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (tries, chance) => {
        const delay = retryDelayMs(tries, chance);
        expect(delay).toBeGreaterThanOrEqual(750);
        expect(delay).toBeLessThanOrEqual(37_500);
      },
    ),
  );
});
