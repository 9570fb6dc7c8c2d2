// The engine's activities on a real database, against the real Cloud API emulator, one visit at a time. Its clock is
// whatever the test says. No Temporal: the activities run in the SDK's activity environment.

import { createWhatsAppCloud } from '../../../activities/channels/whatsapp-cloud.ts';
import { createActivities } from '../../../activities/index.ts';
import { nodeTypes as builtIn } from '../../../activities/nodes/index.ts';
import { startCloudApi } from '../../../src/emulators/cloud-api/start-cloud-api.ts';
import { checkJourney, publishJourney, readCalledJourneys } from '../../../src/http/publish-journey.ts';
import type { ChannelClient } from '../../../src/messaging/delivery.ts';
import type { AnyNode } from '../../../src/node-kit/node-type.ts';
import { savePerson } from '../../../src/people/save-person.ts';
import { createId } from '../../../src/store/ids.ts';
import { createRun } from '../../../src/store/runs.ts';
import type { Store } from '../../../src/store/store.ts';
import { defaultPolicySettings, type PolicySettings } from '../../../src/whatsapp/policy-settings.ts';
import { silent } from '../../support/inbox-world.ts';
import { createTestDatabase } from '../../support/stack.ts';
import { sendersOf, type TestSender } from '../../support/whatsapp-senders.ts';
import { createVisit, type Visit, type VisitDeps } from './visit.ts';

/** Noon in Seoul. */
export const noon = Date.UTC(2026, 4, 4, 3);
export const minute = 60_000;
export const hour = 60 * minute;

export interface PersonOptions {
  /** A new Korean number unless given. */
  readonly phone?: string | null;
  /** Business-scoped. */
  readonly userId?: string;
  readonly marketing?: 'in' | 'out' | 'unknown';
}

export interface VisitOptions extends PersonOptions {
  readonly rehearsed?: boolean;
  readonly policy?: Record<string, unknown>;
  /** By API unless given. */
  readonly entry?: Record<string, unknown>;
  readonly exit?: readonly Record<string, unknown>[];
  /** Somebody who exists. */
  readonly personId?: string;
}

export interface SendWorldOptions {
  readonly nodeTypes?: readonly AnyNode[];
  /** Besides, or instead of, the WhatsApp client. */
  readonly clients?: readonly ChannelClient[];
  readonly secrets?: ReadonlyMap<string, string>;
  readonly settings?: PolicySettings;
  /** How the client of WhatsApp sends. */
  readonly sender?: Omit<TestSender, 'baseUrl'>;
}

export type SendWorld = Awaited<ReturnType<typeof createSendWorld>>;

export async function createSendWorld(options: SendWorldOptions = {}) {
  const { nodeTypes = builtIn, clients = [], secrets = new Map() } = options;
  const { settings = defaultPolicySettings } = options;
  const database = await createTestDatabase();
  const { store } = database;
  const meta = await startCloudApi();
  const { url: baseUrl, accessToken } = meta;
  const whatsapp = createWhatsAppCloud({ senders: sendersOf({ baseUrl, accessToken, ...options.sender }) });
  const channels = new Map([whatsapp, ...clients].map((client) => [client.channel, client]));
  const http = async () => ({ status: 200, body: '' });
  const activities = createActivities({ store, nodeTypes, channels, http, secrets, settings, log: silent });
  const [{ phoneNumberId, businessAccountId }] = meta.senders;
  const number = { provider_id: phoneNumberId, account_id: businessAccountId };
  const sender = await storeSender(store, { channel: 'whatsapp', ...number });
  if (channels.has('sms'))
    await storeSender(store, { channel: 'sms', provider_id: '+15550100002', account_id: null });

  /** A run whose only node is of this type, at its start. */
  async function visit(
    type: string,
    config: Record<string, unknown>,
    options: VisitOptions = {},
  ): Promise<Visit> {
    const personId = options.personId ?? (await createPerson(store, options));
    const version = await publish(store, { nodeTypes, node: { type, with: config }, ...options });
    const started = await startRun(store, version, { personId, ...options });
    return createVisit({ store, meta, activities, sender, settings }, { ...started, personId, type });
  }

  const visits = (type: string, config: Record<string, unknown>, count: number | Crowd) =>
    createCrowd(
      { store, meta, activities, sender, settings },
      { nodeTypes, node: { type, with: config } },
      count,
    );

  return {
    store,
    meta,
    activities,
    /** The id of the WhatsApp sender. */
    sender,
    visit,
    visits,
    /** A marketing template, awaited `delivered` within two hours. */
    offer: ({ with: config, ...options }: VisitOptions & { with?: Record<string, unknown> } = {}) =>
      visit(
        'whatsapp.template',
        { template: 'spring_sale', language: 'ko', within: '2h', ...config },
        options,
      ),
    /** Meta has told us about a template. */
    async template(name: string, change: { category: 'utility' | 'authentication'; status?: string }) {
      const key = { account_id: businessAccountId, name, language: 'ko' };
      await store
        .insertInto('template')
        .values({ status: 'APPROVED', ...key, ...change })
        .execute();
    },
    async stop() {
      await whatsapp.close();
      await meta.close();
      await database.close();
    },
  };
}

interface Crowd extends Pick<VisitOptions, 'rehearsed'> {
  readonly people: number;
}

/** Runs of as many people on one version, whose only node is of this type. */
async function createCrowd(deps: VisitDeps, publishing: Publishing, crowd: number | Crowd): Promise<Visit[]> {
  const { people: count, ...options } = typeof crowd === 'number' ? { people: crowd } : crowd;
  const version = await publish(deps.store, publishing);
  const started = Array.from({ length: count }, async () => {
    const personId = await createPerson(deps.store, {});
    const run = await startRun(deps.store, version, { personId, ...options });
    return createVisit(deps, { ...run, personId, type: publishing.node.type });
  });
  return Promise.all(started);
}

type NewSender = { channel: 'whatsapp' | 'sms'; provider_id: string; account_id: string | null };

async function storeSender(store: Store, sender: NewSender): Promise<string> {
  const id = createId('sdr');
  await store
    .insertInto('sender')
    .values({ id, ...sender })
    .execute();
  return id;
}

let people = 0;

async function createPerson(
  store: Store,
  { phone, userId, marketing = 'in' }: PersonOptions,
): Promise<string> {
  people += 1;
  const consents =
    marketing === 'unknown'
      ? []
      : (['whatsapp', 'sms', 'email'] as const).map((channel) => ({
          channel,
          topic: 'marketing',
          state: marketing,
          source: 'test',
        }));
  const own = phone === undefined ? `+8210${20_000_000 + people}` : phone;
  const { id } = await savePerson(
    store,
    { externalId: `guest-${people}`, phone: own, businessScopedUserId: userId, consents },
    new Date(noon),
  );
  return id;
}

let journeys = 0;

interface Publishing extends Pick<VisitOptions, 'policy' | 'entry' | 'exit'> {
  readonly nodeTypes: readonly AnyNode[];
  readonly node: { readonly type: string; readonly with: Record<string, unknown> };
}

/** Publishes a journey of one node; its id. */
async function publish(
  store: Store,
  { nodeTypes, node, policy, exit, entry = { on: { api: true } } }: Publishing,
): Promise<string> {
  journeys += 1;
  const journey = {
    id: `journey-${journeys}`,
    name: 'Journey',
    entry,
    ...(policy === undefined ? {} : { policy }),
    ...(exit === undefined ? {} : { exit }),
    start: 'step',
    nodes: { step: node },
  };
  const catalogue = new Map(nodeTypes.map((type) => [type.type, type]));
  const source = JSON.stringify(journey);
  const called = await readCalledJourneys(store, source, catalogue);
  const checked = checkJourney(source, catalogue, { journeys: called });
  if (!checked.ok) throw new TypeError(JSON.stringify(checked.issues));
  await publishJourney(store, checked.version);
  return journey.id;
}

interface Starting extends Pick<VisitOptions, 'rehearsed'> {
  readonly personId: string;
}

async function startRun(store: Store, journeyId: string, { personId, rehearsed = true }: Starting) {
  const row = { journeyId, version: 1, personId, key: '', event: {}, clockBaseMs: 0, rehearsed };
  const run = await createRun(store, row);
  const person = await store
    .selectFrom('person')
    .select('phone')
    .where('id', '=', personId)
    .executeTakeFirst();
  return { runId: run?.id ?? '', phone: person?.phone ?? '' };
}
