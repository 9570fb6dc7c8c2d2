// Decides canaries by how their first messages fared, and wakes those behind. Looks every second, from any number of
// processes: only one decision counts. Kept out of the applying of evidence, whose locks would cross those of the gate.

import type { Logger } from 'pino';
import { judgeCanary } from '../messaging/canary.ts';
import {
  type Canary,
  type CanaryDecision,
  countCanary,
  decideCanary,
  listCountingCanaries,
  listRunsBehindCanary,
  storeCanaryCounts,
} from '../store/canaries.ts';
import { insertInboxItems } from '../store/inbox.ts';
import type { Store } from '../store/store.ts';
import { toWakeItems } from './apply-wake.ts';
import type { Clock } from './clock.ts';
import { toFailureName } from './failure-name.ts';

export interface JudgeOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
}

/** How many were decided. */
export async function judgeCanaries({ store, clock, log }: JudgeOptions): Promise<number> {
  let decided = 0;
  for (const canary of await listCountingCanaries(store)) {
    const counts = await countCanary(store, canary.id);
    await storeCanaryCounts(store, canary.id, counts);
    const { first, at_least: atLeast, admitted, decide_at } = canary;
    const isTimeOver = decide_at !== null && decide_at.getTime() <= clock.now();
    const state = judgeCanary({ first, atLeast, admitted, ...counts }, isTimeOver);
    if (state === undefined) continue;
    const by = isTimeOver ? 'time' : 'evidence';
    const woken = await settleCanary(store, canary, { state, by, at: new Date(clock.now()) });
    if (woken === undefined) continue;
    decided += 1;
    const { journey_id: journey, version, node } = canary;
    log.info({ journey, version, node, state, by, ...counts, woken }, 'canary decided');
  }
  return decided;
}

/** How many wait behind it; undefined where it was decided before. */
export async function settleCanary(
  store: Store,
  canary: Canary,
  decision: CanaryDecision,
): Promise<number | undefined> {
  return store.transaction().execute(async (trx) => {
    if (!(await decideCanary(trx, canary.id, decision))) return undefined;
    // Whoever held the row in share while parking has committed by now, and is seen.
    const runs = await listRunsBehindCanary(trx, canary);
    await insertInboxItems(trx, toWakeItems(runs, 'canary'));
    return runs.length;
  });
}

export function createCanaryJudge(options: JudgeOptions & { readonly everyMs?: number }): {
  start(): void;
  stop(): Promise<void>;
} {
  const { everyMs = 1_000, log } = options;
  let busy: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      await judgeCanaries(options);
    } catch (error) {
      log.warn({ error: toFailureName(error) }, 'canaries not judged');
    }
  };
  return {
    start() {
      timer = setInterval(() => {
        busy = busy.then(look);
      }, everyMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await busy;
    },
  };
}
