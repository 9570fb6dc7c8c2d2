// Counts what webhooks bring that nobody acts on. Collected in memory and stored every second: a crash may lose a second
// of counts, and no webhook waits for them. Runs in the HTTP server.

import { addIgnoredUpdates, type IgnoredCount } from '../store/ignored-updates.ts';
import type { Store } from '../store/store.ts';

export interface IgnoredCounter {
  add(fields: readonly string[], atMs: number): void;
  /** Stores what was counted. Never rejects: while the database is away, the counts are kept. */
  flush(): Promise<void>;
}

export function createIgnoredCounter({
  store,
  everyMs = 1_000,
}: {
  readonly store: Store;
  readonly everyMs?: number;
}): IgnoredCounter {
  let counts = new Map<string, IgnoredCount>();
  let timer: NodeJS.Timeout | undefined;

  const add = (field: string, seen: number, atMs: number) => {
    const { seen: before = 0, lastAtMs = 0 } = counts.get(field) ?? {};
    counts.set(field, { seen: before + seen, lastAtMs: Math.max(lastAtMs, atMs) });
  };
  const storeCounts = async () => {
    clearTimeout(timer);
    timer = undefined;
    const counted = counts;
    counts = new Map();
    try {
      await addIgnoredUpdates(store, counted);
    } catch {
      for (const [field, { seen, lastAtMs }] of counted) add(field, seen, lastAtMs);
    }
  };

  return {
    add(fields, atMs) {
      if (fields.length === 0) return;
      for (const field of fields) add(field, 1, atMs);
      timer ??= setTimeout(storeCounts, everyMs).unref();
    },
    flush: storeCounts,
  };
}
