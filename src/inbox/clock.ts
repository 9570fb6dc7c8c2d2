// Real time as a dependency, so that what is decided about an item can be repeated in tests. Real time only: a
// rehearsed person's clock is this plus their offset.

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
