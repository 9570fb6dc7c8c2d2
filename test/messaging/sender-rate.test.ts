import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageCategory } from '../../src/messaging/message.ts';
import { inboundNow, paceNow, slowDown, withInbound } from '../../src/messaging/sender-pace.ts';
import {
  createLanes,
  keepPlace,
  laneNames,
  patienceMs,
  type RateLanes,
  setRate,
  shareRate,
  takePlace,
} from '../../src/messaging/sender-rate.ts';

/** A sender whose places several workers draw from, in the order in which they ask. */
function createSender(rate: number) {
  let state: RateLanes = createLanes(rate, 0);
  return {
    ask(category: MessageCategory, now: number) {
      const [next, granted] = takePlace(state, category, now);
      state = next;
      return granted;
    },
    keep(place: { lane: MessageCategory; number: number }, now: number) {
      const [next, granted] = keepPlace(state, place, now);
      state = next;
      return granted;
    },
    setRate(wanted: number, now: number) {
      state = setRate(state, wanted, now);
    },
    /** Asks, comes again as long as it is told to, exactly on time; when it went out. */
    send(category: MessageCategory, now: number): number {
      let granted = this.ask(category, now);
      while (granted.later) granted = this.keep(granted, granted.at);
      return granted.at;
    },
  };
}

/** The most that fall into any one second, wherever it begins. */
function busiestSecond(times: readonly number[]): number {
  const sorted = [...times].sort((left, right) => left - right);
  let from = 0;
  let most = 0;
  sorted.forEach((time, index) => {
    // Half a microsecond: intervals are fractions.
    while (time - (sorted[from] ?? 0) >= 1_000 - 5e-4) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}

const category = fc.constantFrom(...laneNames);
const rate = fc.constantFrom(4, 5, 10, 20, 33, 80, 1_000);

describe('the rate of a sender', () => {
  test('is shared out in whole places, each lane having one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 2_000 }), (perSecond) => {
        const shares = Object.values(shareRate(perSecond));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(perSecond);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('is never exceeded in any second, whoever asks for what and when', () => {
    const asked = fc.array(fc.tuple(category, fc.integer({ min: 0, max: 400 })), { maxLength: 300 });
    fc.assert(
      fc.property(rate, asked, (perSecond, asks) => {
        const sender = createSender(perSecond);
        let now = 0;
        const sent = asks.map(([kind, pause]) => {
          now += pause % 7 === 0 ? pause : 0;
          return sender.send(kind, now);
        });
        expect(busiestSecond(sent)).toBeLessThanOrEqual(perSecond);
      }),
    );
  });

  test('is used up: a backlog of every class leaves in the time that the rate needs', () => {
    fc.assert(
      fc.property(rate, (perSecond) => {
        const sender = createSender(perSecond);
        const sent = Array.from({ length: perSecond * 3 }, (_, index) =>
          sender.send(laneNames[index % 4] ?? 'marketing', 0),
        );
        // Codes may use all lanes, marketing most of them: nothing waits for places that nobody takes.
        expect(Math.max(...sent)).toBeLessThan(5_000);
      }),
    );
  });

  test('lets no marketing backlog delay a code', () => {
    const sender = createSender(80);
    for (let index = 0; index < 50_000; index += 1) sender.ask('marketing', 0);
    const delays = Array.from({ length: 16 * 20 }, (_, index) => {
      const now = index * 63;
      return sender.ask('authentication', now).at - now;
    });
    expect(Math.max(...delays)).toBeLessThanOrEqual(300);
    expect(sender.ask('utility', 30_000).at - 30_000).toBeLessThanOrEqual(300);
    expect(sender.ask('service', 30_000).at - 30_000).toBeLessThanOrEqual(300);
  });

  test('starves no class: each has its own lane however long the others are', () => {
    const sender = createSender(20);
    for (const kind of laneNames) for (let index = 0; index < 1_000; index += 1) sender.ask(kind, 0);
    const byClass = laneNames.map((kind) => sender.ask(kind, 0).at);
    for (const at of byClass) expect(at).toBeLessThanOrEqual(1_001_000);
  });
});

describe('a place promised for later', () => {
  test('is kept, in the order of asking', () => {
    const sender = createSender(20);
    const granted = Array.from({ length: 200 }, () => sender.ask('marketing', 0));
    const parked = granted.filter(({ later }) => later);
    expect(parked).toHaveLength(200 - 33);
    expect(parked.every(({ at }) => at > patienceMs)).toBe(true);
    for (const place of parked) expect(sender.keep(place, place.at)).toEqual({ ...place, later: false });
  });

  test('moves back with all others when the rate is halved, and forward when it comes back', () => {
    const sender = createSender(80);
    const granted = Array.from({ length: 64 * 10 }, () => sender.ask('marketing', 0));
    const last = granted.at(-1);
    if (last === undefined) throw new TypeError('nothing was granted');
    expect(last.at).toBeCloseTo(9_984, -1);
    sender.setRate(40, 5_000);
    expect(sender.keep(last, 5_000).at).toBeCloseTo(5_000 + 4_984 * 2, -1);
    const rest = granted.filter(({ at }) => at > 5_000).map((place) => sender.keep(place, 5_000).at);
    expect(busiestSecond(rest)).toBeLessThanOrEqual(33);
    sender.setRate(80, 7_000);
    expect(sender.keep(last, 7_000).at).toBeCloseTo(7_000 + (5_000 + 4_984 * 2 - 7_000) / 2, -1);
  });

  test('that went by while no worker ran is made up for one after the other', () => {
    const sender = createSender(80);
    const granted = Array.from({ length: 1_000 }, () => sender.ask('marketing', 0)).filter((g) => g.later);
    const back = 60_000;
    const sent: number[] = [];
    let waiting = granted.map((place) => ({ place, now: back }));
    while (waiting.length > 0) {
      waiting = waiting
        .sort((left, right) => left.now - right.now)
        .flatMap(({ place, now }) => {
          const kept = sender.keep(place, now);
          if (kept.later) return [{ place: kept, now: kept.at }];
          sent.push(kept.at);
          return [];
        });
    }
    expect(sent).toHaveLength(granted.length);
    expect(busiestSecond(sent)).toBeLessThanOrEqual(80);
    // Whoever comes new meanwhile goes behind them, not through the middle.
    expect(sender.ask('marketing', back).at).toBeGreaterThanOrEqual(Math.max(...sent));
  });

  test('loses nobody their turn when workers come late at random', () => {
    const lateness = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 100, maxLength: 100 });
    fc.assert(
      fc.property(lateness, (late) => {
        const sender = createSender(20);
        const granted = late.map(() => sender.ask('marketing', 0));
        const visits = granted.map((place, index) => ({
          place,
          now: place.at + (late[index] ?? 0),
          tries: 1,
        }));
        let sent = 0;
        while (visits.length > 0) {
          visits.sort((left, right) => left.now - right.now);
          const next = visits.shift();
          if (next === undefined) break;
          const kept = sender.keep(next.place, next.now);
          if (kept.later) visits.push({ place: kept, now: kept.at, tries: next.tries + 1 });
          else sent += 1;
          expect(next.tries).toBeLessThan(100);
        }
        expect(sent).toBe(100);
      }),
    );
  });
});

describe('the pace', () => {
  const number = { perSecond: 80, inboundPerSecond: 0 };

  test('leaves room for what people write', () => {
    expect(paceNow({ ...number, inboundPerSecond: 30 }, 0)).toBe(50);
    expect(paceNow({ ...number, inboundPerSecond: 500 }, 0)).toBe(4);
  });

  test('counts what each of several dispatchers hears, while it goes on hearing', () => {
    const one = withInbound({}, { meter: 'one', perSecond: 10, now: 0 });
    const both = withInbound(one, { meter: 'other', perSecond: 5, now: 1_000 });
    expect([0, 3_000, 4_000, 4_001].map((now) => inboundNow(both, now))).toEqual([15, 15, 5, 0]);
    expect(withInbound(both, { meter: 'other', perSecond: 0, now: 5_000 })).toEqual({});
  });

  test('is halved by 130429, once for all that was in flight, and comes back step by step', () => {
    const slowed = slowDown(number, 1_000);
    expect(slowed).toEqual({ slowedTo: 40, slowedAt: 1_000 });
    const pace = { ...number, ...slowed };
    expect(slowDown(pace, 1_500)).toBeUndefined();
    expect([1_000, 10_999, 11_000, 31_000, 41_000, 3_600_000].map((now) => paceNow(pace, now))).toEqual([
      40, 40, 48, 64, 72, 80,
    ]);
    expect(slowDown(pace, 12_000)).toEqual({ slowedTo: 24, slowedAt: 12_000 });
  });

  test('never falls below one place a second for each class', () => {
    let pace: Parameters<typeof paceNow>[0] = number;
    for (let now = 0; now < 100_000; now += 5_000) pace = { ...pace, ...slowDown(pace, now) };
    expect(paceNow(pace, 100_000)).toBeGreaterThanOrEqual(4);
  });
});
