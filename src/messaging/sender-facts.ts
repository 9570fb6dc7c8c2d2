// What the gate knows of the sender, beyond the person and the message. Pure types.

import type { PairState } from './pair-limit.ts';

/** What a bar is on: all numbers of an account (WABA), or one. */
export type RestrictionScope = 'account' | 'sender';

/** A bar on what a sender or its account may send (F§4.7). */
export interface Restriction {
  readonly scope: RestrictionScope;
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
  /** Those that hold now; of countries, only the recipient's. */
  readonly restrictions: readonly Restriction[];
  /** The message is sent as Direct Send, without a template of ours (F§5.4). */
  readonly directSend?: boolean;
  /** What has gone to this person lately. */
  readonly pair?: PairState;
  /** When the sender's rate has a place for this message, where that is too long to wait on the spot. */
  readonly placeAt?: number;
  /** The portfolio's people of the last 24 h are as many as it may have (F§4.8). */
  readonly portfolio?: PortfolioFull;
}

export interface PortfolioFull {
  /** People a day; absent where only Meta knows. */
  readonly limit?: number;
  /** When a place is free for this person. */
  readonly freeAt: number;
}
