// The dispatcher: turns what is in the inbox into changes of state, and into starts and signals of runs. Any
// number run side by side; each leases shards. Survives restarts of PostgreSQL and Temporal, and never gives up.

import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { listBusyShards } from '../store/inbox.ts';
import { leaseShards, releaseShards, shardCount } from '../store/inbox-shards.ts';
import type { Store } from '../store/store.ts';
import { type ApplyItem, applyBatch } from './apply-batch.ts';
import type { Clock } from './clock.ts';
import { toFailureName } from './failure-name.ts';
import { Pace } from './pace.ts';
import type { RunSignals } from './run-signal.ts';
import { sendOwed } from './send-owed.ts';

export interface DispatcherOptions {
  readonly store: Store;
  readonly runs: RunSignals;
  readonly apply: ApplyItem;
  readonly clock: Clock;
  readonly log: Logger;
  /** Unique among living dispatchers. */
  readonly owner: string;
  /** Announces new items; without it the dispatcher looks every `pollMs`. */
  readonly listener?: { start(onItems: () => void): void; stop(): Promise<void> };
  readonly leaseMs?: number;
  readonly pollMs?: number;
  /** Shards worked on at the same time. */
  readonly concurrency?: number;
}

export interface Dispatcher {
  start(): void;
  /** Finishes what is under way and gives the shards back. */
  stop(): Promise<void>;
  /** Works on all shards, leased or not, until nothing is due. For tests and one-off commands. */
  drainOnce(): Promise<void>;
  /** The shards held at the moment. */
  shards(): readonly number[];
}

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { store, log, owner, listener, leaseMs = 10_000, pollMs = 100 } = options;
  const stopping = new AbortController();
  const pace = new Pace();
  let held: readonly number[] = [];
  let loops: Promise<unknown> = Promise.resolve();

  const keepLeases = async () => {
    while (!stopping.signal.aborted) {
      try {
        const before = held.length;
        held = await leaseShards(store, { owner, leaseMs });
        if (held.length > before) pace.wake();
      } catch (error) {
        log.warn({ error: toFailureName(error) }, 'shards not leased');
      }
      await delay(leaseMs / 4, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };

  const dispatch = async () => {
    while (!stopping.signal.aborted) {
      try {
        const busy = held.length === 0 ? [] : await listBusyShards(store, held);
        if (busy.length === 0) await pace.idle(pollMs);
        else {
          await workOn(options, busy);
          pace.succeed();
        }
      } catch (error) {
        log.warn({ error: toFailureName(error) }, 'dispatch interrupted');
        await pace.backOff(stopping.signal);
      }
    }
  };

  return {
    start() {
      listener?.start(() => pace.wake());
      loops = Promise.all([keepLeases(), dispatch()]);
    },
    async stop() {
      stopping.abort();
      pace.wake();
      await Promise.all([loops, listener?.stop()]);
      held = [];
      // Without PostgreSQL the leases run out by themselves.
      await releaseShards(store, owner).catch(() => {});
    },
    async drainOnce() {
      const all = Array.from({ length: shardCount }, (_, shard) => shard);
      let busy = await listBusyShards(store, all);
      while (busy.length > 0) {
        await workOn(options, busy);
        busy = await listBusyShards(store, all);
      }
    },
    shards: () => held,
  };
}

/**
 * One round over these shards. All of it is tried: what was applied while Temporal is away is signalled later, so
 * applying goes on. Rejects with the first failure at the end.
 */
async function workOn(options: DispatcherOptions, shards: readonly number[]): Promise<void> {
  const queue = [...shards];
  const failures: unknown[] = [];
  const work = async () => {
    for (let shard = queue.shift(); shard !== undefined; shard = queue.shift()) {
      try {
        await applyBatch(options, shard);
        await sendOwed(options, shard);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: options.concurrency ?? 4 }, work));
  if (failures.length > 0) throw failures[0];
}
