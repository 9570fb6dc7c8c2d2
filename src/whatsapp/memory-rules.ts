// How long what Meta told us about a person is believed (DESIGN 7.4). Pure.

const hour = 60 * 60 * 1_000;
const day = 24 * hour;

/**
 * Length of the marketing cool-down after 131049: at least 24 h, doubled each time it happens again without an
 * inbound in between, a week at most (F§0 row 5: tries inside it extend the block).
 *
 * @param earlier how many cool-downs came before this one
 */
export function cooldownMs(earlier: number): number {
  return Math.min(day * 2 ** earlier, 7 * day);
}

/** 131026 may heal (the person installs WhatsApp): re-probe after days at most (F§3.2). */
export const unreachableMs = 7 * day;
