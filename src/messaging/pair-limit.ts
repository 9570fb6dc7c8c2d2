// One sender to one person: a message each 6 seconds, and up to 45 at once on credit (F§1.6, 131056). Pure; kept in the
// person's memory row, on the run's clock in epoch milliseconds.

const intervalMs = 6_000;
const burst = 45;
/** Meta counts from when a message arrives, we from when it leaves, and the first of a burst may have taken longer. */
const transitMs = 3_000;
/** How far ahead of the steady pace the credit lets a sender be. */
const creditMs = (burst - 1) * intervalMs - transitMs;

export interface PairState {
  /** When all that was sent would have been sent at the steady pace. */
  readonly paidAt: number;
  /** 131056 since the debt was last paid. */
  readonly refusals: number;
}

/** When the next message may go; in the past where it may go now. */
export function pairFreeAt({ paidAt }: PairState): number {
  return paidAt - creditMs;
}

/** A message goes out. */
export function withPairSend(state: PairState | undefined, now: number): PairState {
  if (state === undefined || state.paidAt <= now) return { paidAt: now + intervalMs, refusals: 0 };
  return { ...state, paidAt: state.paidAt + intervalMs };
}

/** Meta counts otherwise: 131056. The next message may go after 4^X seconds, X counting the refusals (F§1.6). */
export function withPairRefusal(state: PairState | undefined, now: number): PairState {
  const refusals = state === undefined || state.paidAt <= now ? 0 : state.refusals;
  const freeAt = now + 4 ** Math.min(refusals, longestPower) * 1_000;
  return { paidAt: Math.max(state?.paidAt ?? 0, freeAt + creditMs), refusals: refusals + 1 };
}

/** 4^6 s is over an hour; no limit of minutes needs more. */
const longestPower = 6;
