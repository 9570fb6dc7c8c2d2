// The engine's activities on a real database, against the real Cloud API emulator, one visit at a time. Its clock is
// whatever the test says. No Temporal: the activities run in the SDK's activity environment.

import { createWhatsAppCloud } from '../../../activities/channels/whatsapp-cloud.ts';
import { createActivities } from '../../../activities/index.ts';
import { nodeTypes as builtIn } from '../../../activities/nodes/index.ts';
import { startCloudApi } from '../../../src/emulators/cloud-api/start-cloud-api.ts';
import { checkJourney, publishJourney } from '../../../src/http/publish-journey.ts';
import type { ChannelClient } from '../../../src/messaging/delivery.ts';
import type { AnyNode } from '../../../src/node-kit/node-type.ts';
import { savePerson } from '../../../src/people/save-person.ts';
import { createId } from '../../../src/store/ids.ts';
import { createRun } from '../../../src/store/runs.ts';
import type { Store } from '../../../src/store/store.ts';
import { silent } from '../../support/inbox-world.ts';
import { createTestDatabase } from '../../support/stack.ts';
import { createVisit, type Visit } from './visit.ts';

/** Noon in Seoul. */
export const noon = Date.UTC(2026, 4, 4, 3);
export const minute = 60_000;
export const hour = 60 * minute;

export interface PersonOptions {
  /** A new Korean number unless given. */
  readonly phone?: string | null;
  readonly marketing?: 'in' | 'out' | 'unknown';
}

export interface VisitOptions extends PersonOptions {
  readonly rehearsed?: boolean;
  readonly policy?: Record<string, unknown>;
  /** Somebody who exists. */
  readonly personId?: string;
}

export interface SendWorldOptions {
  readonly nodeTypes?: readonly AnyNode[];
  /** Besides, or instead of, the WhatsApp client. */
  readonly clients?: readonly ChannelClient[];
}

export type SendWorld = Awaited<ReturnType<typeof createSendWorld>>;

export async function createSendWorld({ nodeTypes = builtIn, clients = [] }: SendWorldOptions = {}) {
  const database = await createTestDatabase();
  const { store } = database;
  const meta = await startCloudApi();
  const { url: baseUrl, accessToken } = meta;
  const whatsapp = createWhatsAppCloud({ baseUrl, version: 'v25.0', accessToken: () => accessToken });
  const channels = new Map([whatsapp, ...clients].map((client) => [client.channel, client]));
  const http = async () => ({ status: 200, body: '' });
  const activities = createActivities({ store, nodeTypes, channels, http, log: silent });
  const [{ phoneNumberId, businessAccountId }] = meta.senders;
  const sender = await storeSender(store, {
    channel: 'whatsapp',
    provider_id: phoneNumberId,
    account_id: businessAccountId,
  });
  if (channels.has('sms'))
    await storeSender(store, { channel: 'sms', provider_id: '+15550100002', account_id: null });

  /** A run whose only node is of this type, at its start. */
  async function visit(
    type: string,
    config: Record<string, unknown>,
    options: VisitOptions = {},
  ): Promise<Visit> {
    const personId = options.personId ?? (await createPerson(store, options));
    const started = await startRun(store, { personId, nodeTypes, node: { type, with: config }, ...options });
    return createVisit({ store, meta, activities, sender }, { ...started, personId, type });
  }

  return {
    store,
    meta,
    activities,
    /** The id of the WhatsApp sender. */
    sender,
    visit,
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

async function createPerson(store: Store, { phone, marketing = 'in' }: PersonOptions): Promise<string> {
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
    { externalId: `guest-${people}`, phone: own, consents },
    new Date(noon),
  );
  return id;
}

let journeys = 0;

interface Starting extends VisitOptions {
  readonly personId: string;
  readonly nodeTypes: readonly AnyNode[];
  readonly node: { readonly type: string; readonly with: Record<string, unknown> };
}

async function startRun(store: Store, { personId, nodeTypes, node, policy, rehearsed = true }: Starting) {
  journeys += 1;
  const journey = {
    id: `journey-${journeys}`,
    name: 'Journey',
    entry: { on: { api: true } },
    ...(policy === undefined ? {} : { policy }),
    start: 'step',
    nodes: { step: node },
  };
  const catalogue = new Map(nodeTypes.map((type) => [type.type, type]));
  const checked = checkJourney(JSON.stringify(journey), catalogue);
  if (!checked.ok) throw new TypeError(JSON.stringify(checked.issues));
  await publishJourney(store, checked.version);
  const row = { journeyId: journey.id, version: 1, personId, key: '', event: {}, clockBaseMs: 0, rehearsed };
  const run = await createRun(store, row);
  const person = await store
    .selectFrom('person')
    .select('phone')
    .where('id', '=', personId)
    .executeTakeFirst();
  return { runId: run?.id ?? '', phone: person?.phone ?? '' };
}
