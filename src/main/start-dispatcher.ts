// Composes a dispatcher: what came from outside becomes changes of state, starts and signals. It sweeps as well.

import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { createApplyAccount } from '../inbox/apply-account.ts';
import { createApplyEvent } from '../inbox/apply-event.ts';
import { createApplyIdentity } from '../inbox/apply-identity.ts';
import { createApplyInbound } from '../inbox/apply-inbound.ts';
import { createApplyPreference } from '../inbox/apply-preference.ts';
import { applyStart } from '../inbox/apply-start.ts';
import { createApplyStatus } from '../inbox/apply-status.ts';
import { applyTemplate } from '../inbox/apply-template.ts';
import { applyWake, toWakeItemsOf } from '../inbox/apply-wake.ts';
import { systemClock } from '../inbox/clock.ts';
import { createApply } from '../inbox/create-apply.ts';
import { createDispatcher } from '../inbox/dispatcher.ts';
import { createInboundMeter } from '../inbox/inbound-meter.ts';
import { createInboxListener } from '../inbox/inbox-listener.ts';
import { createCanaryJudge } from '../inbox/judge-canaries.ts';
import { applySelfTest } from '../inbox/self-test.ts';
import { timeZoneOfPhone } from '../people/time-zones.ts';
import { createRuns } from '../runs/create-runs.ts';
import { createRunSweeper } from '../runs/sweep-runs.ts';
import { insertInboxItems } from '../store/inbox.ts';
import { isOutage } from '../store/outage.ts';
import { createStore, type Store } from '../store/store.ts';
import { readPolicySettings } from './read-policy-settings.ts';
import type { RunningRole } from './running-role.ts';

export interface DispatcherRoleOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly log: Logger;
}

export async function startDispatcher(options: DispatcherRoleOptions): Promise<RunningRole> {
  const { config, databaseUrl, temporalAddress, log } = options;
  const settings = await readPolicySettings(config.policyFile);
  const store = createStore({ url: databaseUrl });
  const connection = Connection.lazy({ address: temporalAddress });
  const { workflow } = new Client({ connection, namespace: config.temporal.namespace });
  const runs = createRuns({ client: workflow, store, taskQueue: config.temporal.taskQueue });
  const meter = createInboundMeter({ store, log });
  const apply = createApply({
    status: createApplyStatus({ settings }),
    inbound: meter.count(createApplyInbound({ log, settings, timeZoneOf: timeZoneOfPhone })),
    identity: createApplyIdentity({ log }),
    preference: createApplyPreference({ log }),
    account: createApplyAccount({ settings }),
    template: applyTemplate,
    event: createApplyEvent({ log }),
    start: applyStart,
    wake: applyWake,
    'self-test': applySelfTest,
  });
  const canaries = createCanaryJudge({ store, clock: systemClock, log });
  const dispatcher = createDispatcher({
    store,
    runs,
    apply,
    clock: systemClock,
    log,
    owner: `dispatcher-${randomUUID()}`,
    listener: createInboxListener({ url: databaseUrl, log }),
  });
  const sweeper = createRunSweeper({ client: workflow, store, runs, log });
  await wakeForNewDates(store, log);
  dispatcher.start();
  sweeper.start();
  meter.start();
  canaries.start();
  return {
    async stop() {
      await sweeper.stop();
      await dispatcher.stop();
      await meter.stop();
      await canaries.stop();
      await connection.close();
      await store.destroy();
    },
  };
}

/** The dates of the US pause change by a restart: who waits for its end looks at the new one. Without a database, later. */
async function wakeForNewDates(store: Store, log: Logger): Promise<void> {
  try {
    await insertInboxItems(store, await toWakeItemsOf(store, 'us-pause'));
  } catch (error) {
    if (!isOutage(error)) throw error;
    log.warn('who waits for the US pause is not asked again, since the database is away');
  }
}
