// How long to wait before a connection is tried again. Pure.

const firstDelayMs = 1_000;
const longestDelayMs = 30_000;

/**
 * Milliseconds until the next try.
 *
 * @param tries how many have failed in a row, from 1
 * @param chance from 0 to 1: pages that lost the same server do not come back all at once
 */
export function retryDelayMs(tries: number, chance: number): number {
  const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** (tries - 1));
  return Math.round(delay * (0.75 + chance * 0.5));
}
