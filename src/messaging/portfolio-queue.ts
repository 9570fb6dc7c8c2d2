// People of a moving 24 hours, counted without counting (F§4.8): contacts are numbered in the order of time, so there is
// room for another one when the contact `limit` numbers before it is a day old. Pure.

export const portfolioPeriodMs = 24 * 60 * 60 * 1_000;

/**
 * Number of the contact that has to be a day old before the next person may be written to; below 1 where there is room.
 *
 * @param contacts number of the newest contact, or of the last who waits to become one
 */
export function contactBefore(contacts: number, limit: number): number {
  return contacts + 1 - limit;
}
