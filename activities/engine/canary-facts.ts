// Reads what is known of a node's canary, locked by whoever may become one of its first (`src/store/canaries.ts`).

import { addDuration } from '../../src/journey/duration.ts';
import type { CanaryFacts } from '../../src/messaging/canary.ts';
import { admitToCanary, type Canary, enterCanary } from '../../src/store/canaries.ts';
import type { Send } from '../../src/store/sends.ts';
import type { StoreTransaction } from '../../src/store/store.ts';
import type { Sending } from './sending.ts';

/** Undefined for nodes without one, and for rehearsed people: they try a journey out, nobody is behind them. */
export async function readCanary(
  trx: StoreTransaction,
  { visit, plan }: Sending,
): Promise<Canary | undefined> {
  if (plan.canary === undefined || visit.rehearsed) return undefined;
  return enterCanary(trx, visit, plan.canary);
}

export function toCanaryFacts(canary: Canary, send: Send): CanaryFacts {
  const { state, first, at_least: atLeast, admitted, delivered, failed } = canary;
  return { state, first, atLeast, admitted, delivered, failed, isFirst: send.canary === canary.id };
}

/** The message goes out: while the canary counts, as one of the first. Real time: all journeys' people are counted. */
export async function takeCanaryPlace(
  trx: StoreTransaction,
  { plan }: Sending,
  { canary, send }: { readonly canary: Canary; readonly send: Send },
): Promise<void> {
  if (plan.canary === undefined || canary.state !== 'counting' || send.canary !== null) return;
  const decideAt = new Date(addDuration(Date.now(), plan.canary.wait, 'UTC'));
  await admitToCanary(trx, canary, { sendId: send.id, decideAt });
}
