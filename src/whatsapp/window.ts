// The customer service window: 24 hours from a person's last message or call to a sender (F§4.1). And the free-entry
// window, which is about the price alone: free-form text never goes by it. Pure. Instants are epoch milliseconds.

const hourMs = 60 * 60 * 1000;
const windowMs = 24 * hourMs;
const freeEntryMs = 72 * hourMs;

/**
 * When the window opened by an inbound message ends. Give the message's own timestamp, never the time its webhook
 * arrived: a webhook may be days late and then opens nothing (F§4.1).
 */
export function windowEndsAt(inboundAtMs: number): number {
  return inboundAtMs + windowMs;
}

/** When the person wrote whose window ends then. */
export function windowStartedAt(endsAtMs: number): number {
  return endsAtMs - windowMs;
}

/** True while free-form messages may go out. `marginMs` keeps clear of the end, where Meta's clock decides. */
export function isWindowOpen(window: {
  readonly endsAtMs: number | undefined;
  readonly nowMs: number;
  readonly marginMs: number;
}): boolean {
  return window.endsAtMs !== undefined && window.nowMs < window.endsAtMs - window.marginMs;
}

/**
 * When the free-entry window ends: 72 hours from our first answer, given within 24 hours, to somebody who came by an ad
 * (F§4.1). Undefined where there was no such answer.
 */
export function freeEntryEndsAt(
  adEntryAtMs: number | undefined,
  answeredAtMs: number | undefined,
): number | undefined {
  if (adEntryAtMs === undefined || answeredAtMs === undefined) return undefined;
  const inTime = answeredAtMs >= adEntryAtMs && answeredAtMs < windowEndsAt(adEntryAtMs);
  return inTime ? answeredAtMs + freeEntryMs : undefined;
}
