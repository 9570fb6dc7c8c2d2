// One visit of one run in front of the engine: execute its activity, let a webhook come, look into the ledger.

import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { Activities } from '../../../activities/index.ts';
import type { CloudApiEmulator } from '../../../src/emulators/cloud-api/start-cloud-api.ts';
import { createApplyStatus } from '../../../src/inbox/apply-status.ts';
import type { ActivityAnswer } from '../../../src/machine/vocabulary.ts';
import type { Store } from '../../../src/store/store.ts';
import type { PolicySettings } from '../../../src/whatsapp/policy-settings.ts';
import type { StatusItem, StatusWord, WebhookPerson } from '../../../src/whatsapp/webhook/items.ts';

/** A failed activity is what some tests are about. */
const quiet = new DefaultLogger('ERROR');

export interface VisitDeps {
  readonly store: Store;
  readonly meta: CloudApiEmulator;
  readonly activities: Activities;
  /** The id of the WhatsApp sender. */
  readonly sender: string;
  readonly settings: PolicySettings;
}

export interface VisitKey {
  readonly runId: string;
  readonly personId: string;
  readonly phone: string;
  readonly type: string;
}

export interface StatusOptions {
  readonly at: number;
  readonly code?: string;
  /** Of the attempt that it is about; the last one's unless given. */
  readonly token?: string;
  /** What Meta calls the message. */
  readonly messageId?: string;
  readonly recipient?: WebhookPerson;
  readonly price?: StatusItem['price'];
}

export function createVisit({ store, meta, activities, sender, settings }: VisitDeps, key: VisitKey) {
  const { runId, personId, phone, type } = key;
  const listAttempts = () =>
    store
      .selectFrom('attempt')
      .innerJoin('send', 'send.id', 'attempt.send_id')
      .selectAll('attempt')
      .where('run_id', '=', runId)
      .orderBy('number')
      .execute();
  return {
    ...key,
    /** Runs the node's activity, as Temporal would at that time; or, of one scheduled then, a later try. */
    execute: (at: number, { putOffMs = 0 } = {}): Promise<ActivityAnswer> =>
      new MockActivityEnvironment(
        { scheduledTimestampMs: at, currentAttemptScheduledTimestampMs: at + putOffMs },
        { logger: quiet },
      ).run(activities[type] as (input: unknown) => Promise<ActivityAnswer>, {
        run: runId,
        node: 'step',
        visit: 1,
        at,
      }),
    /** Asks the node what an event means to it. */
    hear: (name: string, id: string, at: number): Promise<ActivityAnswer> =>
      new MockActivityEnvironment(undefined, { logger: quiet }).run(activities.evaluate, {
        run: runId,
        node: 'step',
        visit: 1,
        at,
        heard: { name, id },
      }),
    send: () => store.selectFrom('send').selectAll().where('run_id', '=', runId).executeTakeFirstOrThrow(),
    attempts: listAttempts,
    memory: () =>
      store
        .selectFrom('channel_memory')
        .selectAll()
        .where('person_id', '=', personId)
        .where('sender_id', '=', sender)
        .executeTakeFirst(),
    /** Requests that reached Meta for this person. */
    posts: () => meta.requests(phone).length,
    /** A status webhook about an attempt; what the run is told. */
    async status(word: StatusWord, { at, code, messageId, ...more }: StatusOptions) {
      const token = (await listAttempts()).at(-1)?.token ?? '';
      const providerMessageId = messageId ?? `wamid.${token}`;
      const status = { key: 'test', token, providerMessageId, status: word, atMs: at };
      const payload = { kind: 'status', ...status, ...(code === undefined ? {} : { code }), ...more };
      const item = {
        id: '1',
        key: 'test',
        kind: 'status' as const,
        payload,
        failures: 0,
        receivedAt: new Date(at),
      };
      return store
        .transaction()
        .execute((trx) => createApplyStatus({ settings })(trx, item, { now: () => at }));
    },
  };
}

export type Visit = ReturnType<typeof createVisit>;
