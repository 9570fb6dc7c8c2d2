import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PairState, pairFreeAt, withPairRefusal, withPairSend } from '../../src/messaging/pair-limit.ts';

const second = 1_000;

/** Sends whenever it may, at these moments; when it did. */
function play(pauses: readonly number[]): number[] {
  let state: PairState | undefined;
  let now = 0;
  const sent: number[] = [];
  for (const pause of pauses) {
    now += pause;
    if (state !== undefined && pairFreeAt(state) > now) continue;
    state = withPairSend(state, now);
    sent.push(now);
  }
  return sent;
}

describe('messages to one person from one sender', () => {
  test('may be 45 at once, then one each 6 seconds', () => {
    const sent = play(Array.from({ length: 1_000 }, () => 100));
    expect(sent.filter((at) => at < 6 * second)).toHaveLength(45);
    expect(
      sent
        .slice(45)
        .map((at, index) => at - (sent[44 + index] ?? 0))
        .slice(1),
    ).toSatisfy((gaps: number[]) => gaps.every((gap) => gap >= 5_900));
  });

  test('are never more than the burst and one each 6 seconds, over any stretch of time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 * second }), { maxLength: 400 }), (pauses) => {
        const sent = play(pauses);
        for (let from = 0; from < sent.length; from += 1) {
          for (let to = from; to < sent.length; to += 1) {
            const stretch = (sent[to] ?? 0) - (sent[from] ?? 0);
            expect(to - from + 1).toBeLessThanOrEqual(45 + stretch / (6 * second));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('are never too many for who counts them as they arrive, up to three seconds after they left', () => {
    const transits = fc.array(fc.integer({ min: 0, max: 3 * second }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: second }), { minLength: 100, maxLength: 400 }),
        transits,
        (pauses, takes) => {
          let paidAt = 0;
          const arrivals = play(pauses).map((at, index) => at + (takes[index % takes.length] ?? 0));
          for (const at of arrivals.sort((left, right) => left - right)) {
            expect(paidAt - at).toBeLessThanOrEqual(44 * 6 * second);
            paidAt = Math.max(paidAt, at) + 6 * second;
          }
        },
      ),
    );
  });

  test('wait 4^X seconds after each refusal in a row, and the count starts anew once all is paid', () => {
    let state: PairState | undefined;
    let now = 0;
    const waits = Array.from({ length: 5 }, () => {
      state = withPairRefusal(state, now);
      const wait = pairFreeAt(state) - now;
      now += wait;
      state = withPairSend(state, now);
      return wait / second;
    });
    // The second would be 4: the steady pace is slower.
    expect(waits).toEqual([1, 6, 16, 64, 256]);
    const rested = (state?.paidAt ?? 0) + 1;
    expect(pairFreeAt(withPairRefusal(state, rested)) - rested).toBe(second);
  });
});
