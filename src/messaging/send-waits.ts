// How long a send waits for what the provider or an operator will do. Milliseconds. Pure.

/** Meta aims to release or drop held messages within about an hour (F§4.5); the wait is well over that. */
const heldForMs = 3 * 60 * 60 * 1_000;

/**
 * How long a held message is waited for: never shorter than one that is not held, since once it is released it may
 * still take as long to arrive. Epoch milliseconds, like the arguments.
 *
 * @param evidenceDue when the author's patience for evidence ends
 */
export function heldUntil(now: number, evidenceDue: number): number {
  return Math.max(now + heldForMs, evidenceDue);
}

/** An operator's repair of the account is looked for this often. */
export const accountCheckMs = 60_000;

/** An unknown outcome is asked about no sooner than this, so that ears which stay closed make no busy loop. */
export const unknownCheckMs = 5_000;
