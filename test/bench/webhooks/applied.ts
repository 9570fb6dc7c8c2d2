// What a webhook's way to its run costs: posted at a steady pace, applied by a dispatcher, and told to the run where it
// settles what the run waits for.

import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { Pool } from 'undici';
import { createApplyStatus } from '../../../src/inbox/apply-status.ts';
import { systemClock } from '../../../src/inbox/clock.ts';
import { createDispatcher } from '../../../src/inbox/dispatcher.ts';
import { createInboxListener } from '../../../src/inbox/inbox-listener.ts';
import type { RunSignals } from '../../../src/inbox/run-signal.ts';
import { createStore } from '../../../src/store/store.ts';
import { storeAwaitingSends, toStatuses } from './ledger.ts';
import { postOne } from './post-all.ts';
import { toStatusWebhook } from './status-webhooks.ts';

const perSecond = 100;
const patienceMs = 20_000;

export interface Applied {
  /** From a delivery's POST to its run's signal, in milliseconds. */
  readonly latenciesMs: readonly number[];
  readonly webhooks: number;
  readonly signals: number;
}

/** @param sends how many; each is told as sent, delivered and read */
export async function measureApplied(
  { databaseUrl, port, secret }: { databaseUrl: string; port: number; secret: string },
  sends: number,
): Promise<Applied> {
  const store = createStore({ url: databaseUrl });
  const log = pino({ level: 'silent' });
  const heardAt = new Map<string, number>();
  let signals = 0;
  const runs: RunSignals = {
    start: async () => {},
    signal: async ({ runId }) => {
      signals += 1;
      heardAt.set(runId, performance.now());
      return 'delivered';
    },
  };
  // What was posted before is nobody's business now.
  await sql`truncate inbox`.execute(store);
  const awaiting = await storeAwaitingSends(store, sends);
  const listener = createInboxListener({ url: databaseUrl, log });
  const apply = createApplyStatus();
  const dispatcher = createDispatcher({
    store,
    runs,
    apply,
    clock: systemClock,
    log,
    owner: 'bench',
    listener,
  });
  dispatcher.start();
  while (dispatcher.shards().length < 16) await delay(20);
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 16 });
  const postedAt = new Map<string, number>();
  const webhooks = awaiting.flatMap((send) =>
    toStatuses(send).map((status) => ({ runId: send.runId, status, ...toStatusWebhook([status], secret) })),
  );
  const startedAt = performance.now();
  const posts: Promise<void>[] = [];
  for (const [index, webhook] of webhooks.entries()) {
    const wait = startedAt + (index * 1_000) / perSecond - performance.now();
    if (wait > 0) await delay(wait);
    if (webhook.status.word === 'delivered') postedAt.set(webhook.runId, performance.now());
    posts.push(postOne(pool, webhook));
  }
  await Promise.all(posts);
  const deadline = performance.now() + patienceMs;
  while (heardAt.size < sends && performance.now() < deadline) await delay(20);
  await dispatcher.stop();
  await pool.close();
  await store.destroy();
  const latenciesMs = [...heardAt].map(([runId, at]) => at - (postedAt.get(runId) ?? at));
  return { latenciesMs, webhooks: webhooks.length, signals };
}
