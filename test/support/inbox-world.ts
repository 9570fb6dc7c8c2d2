// A database with an inbox, people, journeys and runs, spoken to in the words of the domain.

import { pino } from 'pino';
import { checkJourney, publishJourney } from '../../src/http/publish-journey.ts';
import { createApplyAccount } from '../../src/inbox/apply-account.ts';
import type { ApplyItem } from '../../src/inbox/apply-batch.ts';
import { createApplyEvent } from '../../src/inbox/apply-event.ts';
import { applyStart } from '../../src/inbox/apply-start.ts';
import { applyTemplate } from '../../src/inbox/apply-template.ts';
import { applyWake } from '../../src/inbox/apply-wake.ts';
import { createApply } from '../../src/inbox/create-apply.ts';
import { createDispatcher, type DispatcherOptions } from '../../src/inbox/dispatcher.ts';
import { toEventItem } from '../../src/inbox/event-item.ts';
import { applySelfTest } from '../../src/inbox/self-test.ts';
import { insertInboxItems } from '../../src/store/inbox.ts';
import { upsertPerson } from '../../src/store/people.ts';
import { createRun, markRunStarted } from '../../src/store/runs.ts';
import { defaultPolicySettings } from '../../src/whatsapp/policy-settings.ts';
import { MemoryRuns } from './memory-runs.ts';
import { sampleCatalogue } from './sample-catalogue.ts';
import { createTestDatabase } from './stack.ts';

export const silent = pino({ level: 'silent' });

/** Applies nothing and owes nothing. */
export const applyNothing: ApplyItem = async () => [];

export type InboxWorld = Awaited<ReturnType<typeof createInboxWorld>>;

export async function createInboxWorld(settings = defaultPolicySettings) {
  const database = await createTestDatabase();
  const { store } = database;
  const runs = new MemoryRuns();
  const clock = { now: () => Date.now() };
  const apply = createApply({
    status: applyNothing,
    inbound: applyNothing,
    identity: applyNothing,
    preference: applyNothing,
    account: createApplyAccount({ settings }),
    template: applyTemplate,
    event: createApplyEvent({ log: silent }),
    start: applyStart,
    wake: applyWake,
    'self-test': applySelfTest,
  });
  const options: DispatcherOptions = { store, runs, apply, clock, log: silent, owner: 'test' };
  const dispatcher = createDispatcher(options);
  return {
    ...database,
    runs,
    options,
    clock,
    drain: () => dispatcher.drainOnce(),

    async person(externalId: string): Promise<string> {
      return (await upsertPerson(store, { externalId, defaultTimeZone: 'Asia/Seoul' })).id;
    },

    async publish(journey: Record<string, unknown>): Promise<void> {
      const checked = checkJourney(JSON.stringify(journey), sampleCatalogue);
      if (!checked.ok) throw new TypeError(JSON.stringify(checked.issues));
      await publishJourney(store, checked.version);
    },

    /** A run that is under way. */
    async running(journeyId: string, personId: string, key = ''): Promise<string> {
      const run = await createRun(store, {
        journeyId,
        version: 1,
        personId,
        key,
        event: {},
        clockBaseMs: 0,
        rehearsed: false,
      });
      if (run === undefined) throw new TypeError('a live run exists');
      await runs.start(run.id);
      await markRunStarted(store, run.id);
      return run.id;
    },

    /** Stores an event; `id` is the caller's own. */
    async event(personId: string, name: string, { id: dedupeId, ...data }: Record<string, unknown> = {}) {
      const own = typeof dedupeId === 'string' ? { dedupeId } : {};
      const { id, item } = toEventItem({ personId, name, at: new Date(), data, ...own });
      await insertInboxItems(store, [item]);
      return id;
    },

    async states(): Promise<readonly string[]> {
      const rows = await store.selectFrom('inbox').select('state').orderBy('item_key').execute();
      return rows.map(({ state }) => state);
    },
  };
}
