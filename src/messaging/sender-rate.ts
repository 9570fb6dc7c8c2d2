// How fast a sender sends, and who goes first (F§1.6). The rate is split into lanes, and a class of messages may use its
// own lane and those below it: the lanes above marketing are the share that no campaign can take. Within a lane everybody
// gets a numbered place; places are an interval apart, so no second has more of them than the rate. Pure; the store keeps
// the state in one row, so that all workers draw from the same numbers. Instants are epoch milliseconds of real time.

import type { MessageCategory } from './message.ts';

/** Most urgent first. */
export const laneNames = [
  'authentication',
  'utility',
  'service',
  'marketing',
] as const satisfies readonly MessageCategory[];
export type LaneName = (typeof laneNames)[number];

/** Place n is due at `at` + (n - `place`) intervals. */
export interface Lane {
  readonly place: number;
  readonly at: number;
  /** The newest place given away. */
  readonly given: number;
  /** Places before this one were due before the lane last rested. */
  readonly since: number;
  /** When somebody last passed who came too late for the place they had. */
  readonly lateAt: number;
}

export interface RateLanes {
  /** Messages per second that the lanes go by. */
  readonly rate: number;
  readonly lanes: { readonly [name in LaneName]: Lane };
}

/** A promise: this lane's place of this number. */
export interface Place {
  readonly lane: LaneName;
  readonly number: number;
}

export interface Granted extends Place {
  /** When to send; never before now. */
  readonly at: number;
  /** Due too far ahead to wait on the spot: come again at `at`, with the place. */
  readonly later: boolean;
}

/** Longer waits are parked (DESIGN 7.1). */
export const patienceMs = 2_000;

/** Whoever comes this much after their place was due still has it: timers and queues are not exact. */
const graceMs = 250;

/** The lanes need one place a second each. */
export const lowestRate = laneNames.length;

/** A sender that has not sent yet. */
export function createLanes(rate: number, now: number): RateLanes {
  const lane: Lane = { place: 1, at: now, given: 0, since: 1, lateAt: 0 };
  return { rate, lanes: { authentication: lane, utility: lane, service: lane, marketing: lane } };
}

/** Places a second of each lane; whole numbers that add up to the rate. */
export function shareRate(rate: number): { readonly [name in LaneName]: number } {
  const small = Math.max(1, Math.floor(rate / 20));
  const service = Math.max(1, Math.floor(rate / 10));
  return { authentication: small, utility: small, service, marketing: rate - 2 * small - service };
}

/** Goes by another rate from now on: promised places keep their order and move together or apart. */
export function setRate(state: RateLanes, wanted: number, now: number): RateLanes {
  const rate = Math.max(lowestRate, Math.floor(wanted));
  if (rate === state.rate) return state;
  const shares = shareRate(state.rate);
  return {
    rate,
    lanes: mapLanes(state.lanes, (lane, name) => {
      // A lane that rests until later has no places to move before that.
      const from = Math.max(now, lane.at);
      return { ...lane, place: lane.place + ((from - lane.at) * shares[name]) / 1_000, at: from };
    }),
  };
}

/** The first place that a message of this class can have. */
export function takePlace(
  state: RateLanes,
  category: MessageCategory,
  now: number,
): readonly [RateLanes, Granted] {
  const shares = shareRate(state.rate);
  // The humblest lane is asked first and kept where it is as soon, so that the lanes above stay free.
  const open = laneNames.slice(laneNames.indexOf(category)).reverse();
  const [first = category] = open;
  let best = { name: first, ...nextPlace(state.lanes[first], shares[first], now) };
  for (const name of open) {
    const next = nextPlace(state.lanes[name], shares[name], now);
    if (next.due < best.due) best = { name, ...next };
  }
  const { name, lane, due } = best;
  return [
    withLane(state, name, lane),
    { lane: name, number: lane.given, at: due, later: due - now > patienceMs },
  ];
}

/** Somebody comes with the place that they were promised. */
export function keepPlace(
  state: RateLanes,
  { lane: name, number }: Place,
  now: number,
): readonly [RateLanes, Granted] {
  const lane = state.lanes[name];
  const interval = 1_000 / shareRate(state.rate)[name];
  const due = dueOf(lane, number, interval);
  const granted = (at: number): Granted => ({ lane: name, number, at, later: at - now > patienceMs });
  const isCurrent = number >= lane.since && due >= now - graceMs;
  if (isCurrent) return [state, granted(Math.max(now, due))];
  // The place went by unused, and others have theirs now: the late go one after the other, and for each of them everybody
  // behind moves back by one. Where that takes too long, they stand in line anew.
  const at = Math.max(now, lane.lateAt + interval);
  if (at - now <= patienceMs) {
    return [withLane(state, name, { ...lane, at: lane.at + interval, lateAt: at }), granted(at)];
  }
  const next = nextPlace(lane, shareRate(state.rate)[name], now);
  const anew = { lane: name, number: next.lane.given, at: next.due, later: next.due - now > patienceMs };
  return [withLane(state, name, next.lane), anew];
}

function nextPlace(
  lane: Lane,
  perSecond: number,
  now: number,
): { readonly lane: Lane; readonly due: number } {
  const interval = 1_000 / perSecond;
  const number = lane.given + 1;
  const due = dueOf(lane, number, interval);
  if (due >= now) return { lane: { ...lane, given: number }, due };
  // Nobody is waiting: the lane starts anew, behind whoever has just passed late.
  const at = Math.max(now, lane.lateAt + interval);
  return { lane: { ...lane, given: number, since: number, place: number, at }, due: at };
}

function dueOf({ place, at }: Lane, number: number, interval: number): number {
  return at + (number - place) * interval;
}

function withLane({ rate, lanes }: RateLanes, name: LaneName, lane: Lane): RateLanes {
  return { rate, lanes: { ...lanes, [name]: lane } };
}

function mapLanes(
  lanes: RateLanes['lanes'],
  change: (lane: Lane, name: LaneName) => Lane,
): RateLanes['lanes'] {
  return {
    authentication: change(lanes.authentication, 'authentication'),
    utility: change(lanes.utility, 'utility'),
    service: change(lanes.service, 'service'),
    marketing: change(lanes.marketing, 'marketing'),
  };
}
