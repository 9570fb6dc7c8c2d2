// How long a send waits for what the provider or an operator will do. Milliseconds. Pure.

/** Meta aims to release or drop held messages within about an hour (F§4.5); the wait is well over that. */
export const heldForMs = 3 * 60 * 60 * 1_000;

/** An operator's repair of the account is looked for this often. */
export const accountCheckMs = 60_000;

/** An unknown outcome is asked about no sooner than this, so that ears which stay closed make no busy loop. */
export const unknownCheckMs = 5_000;
