import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/messaging/delivery.ts';
import { decideRetry as decide, unreachableProvider } from '../../src/messaging/retry.ts';
import { judgeUnknown, planForUnknown } from '../../src/messaging/unknown-outcome.ts';

const failure = (retry: Failure['retry'], more: Partial<Failure> = {}): Failure => ({
  code: '1',
  outcome: 'unavailable',
  retry,
  ...more,
});

const hour = 3_600_000;
const decideRetry = (about: Failure, tries: number, leftMs = 72 * hour) => decide(about, tries, leftMs);

describe('an attempt that was proved not sent', () => {
  test('is never repeated where the table says so', () => {
    expect(decideRetry(failure('never', { outcome: 'experiment' }), 1)).toEqual({
      do: 'settle',
      outcome: 'experiment',
    });
  });

  test('waits for an operator where only one can help', () => {
    expect(decideRetry(failure('park', { outcome: 'account' }), 9)).toEqual({
      do: 'park',
      outcome: 'account',
    });
  });

  test('is tried three times while the provider is away', () => {
    const decisions = [1, 2, 3, 4].map((tries) => decideRetry(unreachableProvider, tries));
    expect(decisions).toEqual([
      { do: 'retry', afterMs: 1_000 },
      { do: 'retry', afterMs: 2_000 },
      { do: 'settle', outcome: 'unavailable' },
      { do: 'settle', outcome: 'unavailable' },
    ]);
  });

  test('is tried six times, ever more slowly, when we are too fast', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((tries) =>
      decideRetry(failure('rate', { outcome: 'limit.sender' }), tries),
    );
    expect(waits.slice(0, 3)).toEqual([1_000, 4_000, 16_000].map((afterMs) => ({ do: 'retry', afterMs })));
    expect(waits.slice(3, 5)).toEqual(
      [64_000, 256_000].map((afterMs) => ({ do: 'wait', afterMs, outcome: 'limit.sender' })),
    );
    expect(waits[5]).toEqual({ do: 'settle', outcome: 'limit.sender' });
  });

  test('waits at least as long as the provider asks', () => {
    expect(decideRetry(failure('transient', { retryAfterMs: 30_000 }), 1)).toMatchObject({ afterMs: 30_000 });
    expect(decideRetry(failure('rate', { retryAfterMs: 30_000 }), 1)).toMatchObject({ afterMs: 30_000 });
    expect(decideRetry(failure('rate', { retryAfterMs: 1 }), 2)).toMatchObject({ afterMs: 4_000 });
  });
});

describe('another attempt', () => {
  test('that is far off waits at the gate, and keeps what it would end as', () => {
    expect(decideRetry(failure('transient', { retryAfterMs: 30_001 }), 1)).toEqual({
      do: 'wait',
      afterMs: 30_001,
      outcome: 'unavailable',
    });
  });

  test('that comes when the message is not worth sending any more waits there for its end', () => {
    expect(decideRetry(unreachableProvider, 2, 2_001)).toEqual({ do: 'retry', afterMs: 2_000 });
    expect(decideRetry(unreachableProvider, 2, 2_000)).toMatchObject({ do: 'wait', afterMs: 2_000 });
  });
});

describe('an attempt that nobody knows the end of', () => {
  test.each([
    ['whatsapp', 'marketing', false, 600_000, 1],
    ['whatsapp', 'marketing', true, 600_000, 1],
    ['whatsapp', 'utility', false, 120_000, 1],
    ['whatsapp', 'utility', true, 120_000, 2],
    ['whatsapp', 'service', false, 120_000, 1],
    ['whatsapp', 'authentication', false, 15_000, 2],
    ['sms', 'authentication', true, 0, 1],
    ['email', 'utility', true, 0, 1],
  ] as const)(
    'on %s for %s (repeat %s) waits %i ms, %i copies at most',
    (channel, category, repeat, wait, most) => {
      expect(planForUnknown(channel, category, repeat)).toEqual({ waitMs: wait, maxAttempts: most });
    },
  );

  const marketing = planForUnknown('whatsapp', 'marketing', false);
  const code = planForUnknown('whatsapp', 'authentication', false);

  test('is waited for while less than the whole time was heard', () => {
    expect(judgeUnknown(marketing, 599_999, 1)).toBe('wait');
    expect(judgeUnknown(marketing, 0, 1)).toBe('wait');
  });

  test('is given up in marketing, never repeated', () => {
    expect(judgeUnknown(marketing, 600_000, 1)).toBe('give-up');
  });

  test('is repeated once where a second copy is the lesser evil', () => {
    expect(judgeUnknown(code, 15_000, 1)).toBe('repeat');
    expect(judgeUnknown(code, 15_000, 2)).toBe('give-up');
    expect(judgeUnknown(code, 15_000, 3)).toBe('give-up');
  });
});
