// Half of Meta's quota of management calls in each full hour, so that no moving hour takes more than all of it (F§1.6).

import type { Store } from '../store/store.ts';
import { hasSent, takeManagementCall } from '../store/template-sync.ts';

export interface CallBudget {
  /** Call it before each call; false where this hour has none left. @param at epoch milliseconds, real time */
  take(at: number): Promise<boolean>;
}

/** Meta's quotas an hour, and the part of them in one clock hour that no moving hour can exceed twice. */
const callsPerHour = { unregistered: 200 / 2, registered: 5_000 / 2 } as const;

/** Of an account whose templates are listed: the calls are counted there. */
export async function openCallBudget(store: Store, accountId: string): Promise<CallBudget> {
  const limit = (await hasSent(store, accountId)) ? callsPerHour.registered : callsPerHour.unregistered;
  return { take: (at) => takeManagementCall(store, accountId, { at: new Date(at), limit }) };
}
