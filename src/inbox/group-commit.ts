// Collects the items of concurrent requests while earlier ones are being stored, and stores them with one insert; a
// caller is answered when its items are durable. Runs in the HTTP server. A bad item fails its own caller only.

import { insertInboxItems, type NewInboxItem } from '../store/inbox.ts';
import { isOutage } from '../store/outage.ts';
import type { Store } from '../store/store.ts';
import { createIgnoredCounter } from './count-ignored.ts';

export interface GroupCommitOptions {
  readonly store: Store;
  /** How long the first caller of a group waits for others, in milliseconds. */
  readonly windowMs?: number;
  /** A group of this many items is stored at once. */
  readonly maxItems?: number;
  /** Groups being stored at the same time: while they are, the next ones grow. */
  readonly maxInFlight?: number;
  /** A caller waits no longer than this for a database that hangs. */
  readonly timeoutMs?: number;
}

/** The database did not answer in time. The items may be stored all the same: the sender has to repeat them. */
export class InboxTimeoutError extends Error {
  override readonly name = 'InboxTimeoutError';
  /** As Node's own, so that it counts as an outage. */
  readonly code = 'ETIMEDOUT';
}

export interface GroupCommit {
  /** Resolves when all items are stored, or known already. Rejects with the store's error. */
  add(items: readonly NewInboxItem[]): Promise<void>;
  /** Counts what is not stored, by field; durable within a second. */
  ignore(fields: readonly string[], atMs: number): void;
  /** Stores what was collected and waits for it. */
  flush(): Promise<void>;
}

interface Waiting {
  readonly items: readonly NewInboxItem[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export function createGroupCommit({
  store,
  windowMs = 3,
  maxItems = 1_000,
  maxInFlight = 2,
  timeoutMs = 8_000,
}: GroupCommitOptions): GroupCommit {
  let waiting: Waiting[] = [];
  let collected = 0;
  let timer: NodeJS.Timeout | undefined;
  const inFlight = new Set<Promise<void>>();
  const ignored = createIgnoredCounter({ store });

  const commit = () => {
    clearTimeout(timer);
    timer = undefined;
    // Under pressure groups grow instead of queueing up at the pool.
    while (waiting.length > 0 && inFlight.size < maxInFlight) {
      const [group, rest] = takeGroup(waiting, maxItems);
      waiting = rest;
      collected -= countItems(group);
      const stored = storeGroup(store, group).finally(() => {
        inFlight.delete(stored);
        if (waiting.length > 0) commit();
      });
      inFlight.add(stored);
    }
  };

  return {
    add(items) {
      if (items.length === 0) return Promise.resolve();
      return new Promise<void>((resolve, reject) => {
        const deadline = setTimeout(() => reject(new InboxTimeoutError()), timeoutMs);
        waiting.push({
          items,
          resolve: () => {
            clearTimeout(deadline);
            resolve();
          },
          reject: (error) => {
            clearTimeout(deadline);
            reject(error);
          },
        });
        collected += items.length;
        if (collected >= maxItems) commit();
        else timer ??= setTimeout(commit, windowMs);
      });
    },
    ignore: ignored.add,
    async flush() {
      commit();
      while (inFlight.size > 0) await Promise.all(inFlight);
      await ignored.flush();
    },
  };
}

/** Whole callers up to `maxItems`; at least one, so that a large webhook goes by itself. */
function takeGroup(waiting: Waiting[], maxItems: number): [Waiting[], Waiting[]] {
  let count = 0;
  let callers = 0;
  for (const { items } of waiting) {
    if (callers > 0 && count + items.length > maxItems) break;
    count += items.length;
    callers += 1;
  }
  return [waiting.slice(0, callers), waiting.slice(callers)];
}

function countItems(group: readonly Waiting[]): number {
  return group.reduce((sum, { items }) => sum + items.length, 0);
}

/** Never rejects: every caller is told. */
async function storeGroup(store: Store, group: readonly Waiting[]): Promise<void> {
  try {
    await insertInboxItems(
      store,
      group.flatMap(({ items }) => items),
    );
    for (const { resolve } of group) resolve();
  } catch (error) {
    if (group.length === 1 || isOutage(error)) {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const caller of group) await storeGroup(store, [caller]);
  }
}
