// What the gate knows of the sender, beyond the person and the message. Pure types.

/** A bar on what a sender or its account may send (F§4.7). */
export interface Restriction {
  readonly kind: RestrictionKind;
  /** Epoch milliseconds; absent until somebody lifts it. */
  readonly until?: number;
  /** Meta's word or code for why. */
  readonly reason: string;
}

/**
 * What a restriction bars. `business-initiated`: all outside an open window. `soft-lock`: the same, until an operator
 * has acknowledged it. `country`: people of one country. `payment`: what costs money.
 */
export const restrictionKinds = [
  'all',
  'business-initiated',
  'soft-lock',
  'customer-initiated',
  'marketing',
  'utility-templates',
  'direct-send',
  'payment',
  'country',
] as const;
export type RestrictionKind = (typeof restrictionKinds)[number];

export interface SenderFacts {
  /** Those that concern this message and hold now. */
  readonly restrictions: readonly Restriction[];
}
