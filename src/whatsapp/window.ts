// The customer service window: 24 hours from a person's last message or call to a sender (F§4.1). Pure.

const windowMs = 24 * 60 * 60 * 1000;

/**
 * When the window opened by an inbound message ends, epoch ms. Give the message's own timestamp, never the time
 * its webhook arrived: a webhook may be days late and then opens nothing (F§4.1).
 */
export function windowEndsAt(inboundAtMs: number): number {
  return inboundAtMs + windowMs;
}

/** True while free-form messages may go out. `marginMs` keeps clear of the end, where Meta's clock decides. */
export function isWindowOpen(window: {
  readonly endsAtMs: number | undefined;
  readonly nowMs: number;
  readonly marginMs: number;
}): boolean {
  return window.endsAtMs !== undefined && window.nowMs < window.endsAtMs - window.marginMs;
}

/** Meta's clock and ours differ, and a POST takes a moment: the last half minute is not used (F§4.1). */
export const windowMarginMs = 30_000;
