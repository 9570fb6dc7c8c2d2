// What the scenarios of Meta's rules share: a world whose log is kept, journeys of one message with an edge for each way
// in which it may end, webhooks as Meta signs them, and the proof that nothing of a person got where it must not.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { request } from 'undici';
import { expect, vi } from 'vitest';
import { findPerson } from '../../../src/store/people.ts';
import { signWebhook } from '../../../src/whatsapp/webhook/signature.ts';
import { type Guest, startWorld, type World, type WorldOptions } from '../../support/world.ts';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

export interface Stage extends World {
  /** A webhook of the first account, about anything but messages; applied when it resolves. */
  tell(field: string, value: object, at?: number): Promise<void>;
  /** The person writes, which is kept to be looked for later; all that follows from it has happened. */
  says(guest: Guest, text: string, phoneNumberId?: string): Promise<void>;
  /** The same by the webhook alone: the emulated phone knows nothing of it. */
  hears(guest: Guest, text: string, how?: Heard): Promise<void>;
  /** Requests that Meta got for the person, refused ones included. */
  posts(guest: Guest): number;
  /** What the run's only message, or the one of this node, was decided by. */
  step(runId: string, node?: string): Promise<Record<string, unknown>>;
  /** Now, on the person's clock; epoch ms. */
  now(guest: Guest): Promise<number>;
  /** All webhooks that are on their way from Meta are applied. */
  heard(): Promise<void>;
  /** Fails where a phone, an e-mail, a text, a message id or a token is in a history, an id, a search attribute or the log. */
  expectNoTraceOfPeople(...tokens: readonly string[]): Promise<void>;
}

/** What the emulated phone can't write. */
export interface Heard {
  /** How long ago it was written. */
  readonly ageMs?: number;
  /** Beside the text, as Meta names them. */
  readonly parts?: object;
}

/** @param policy the operator's settings, over the defaults */
export async function openStage({
  policy,
  ...options
}: WorldOptions & { readonly policy?: object } = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'jornada-scenario-'));
  const policyFile = join(folder, 'policy.json');
  writeFileSync(policyFile, JSON.stringify(policy ?? {}));
  const lines: string[] = [];
  const said: string[] = [];
  const guests: Guest[] = [];
  const log = pino({ level: 'debug' }, keepIn(lines));
  const world = await startWorld({ ...options, policyFile, log });
  const { local } = world;
  // A bare word such as STOP may stand anywhere.
  const keep = (text: string, ...ids: readonly string[]) =>
    said.push(...(/\W/.test(text) ? [text] : []), ...ids);
  const secretsOf = ({ phone }: Guest) => [
    phone.replace('+', ''),
    ...local.meta.messages(phone).map(({ wamid }) => wamid),
  ];
  return {
    ...world,
    async person(options) {
      const guest = await world.person(options);
      guests.push(guest);
      return guest;
    },
    async tell(field, value, at = Date.now()) {
      await postWebhook(world, { field, value, at });
      await untilApplied(world);
    },
    async says(guest, text, phoneNumberId) {
      keep(text, local.meta.reply(guest.phone, text, { phoneNumberId }));
      await world.settled(guest);
    },
    async hears(guest, text, how) {
      const value = await toHeard(world, guest, { text, ...how });
      keep(text, ...value.messages.map(({ id }) => id));
      await postWebhook(world, { field: 'messages', value, at: Date.now() });
      await world.settled(guest);
    },
    posts: ({ phone }) => local.meta.requests(phone).length,
    async step(runId, node) {
      const { path } = (await world.api(`/v1/runs/${runId}`)) as { path: Record<string, unknown>[] };
      return (
        path.find((step) => (node === undefined ? step['message'] !== null : step['node'] === node)) ?? {}
      );
    },
    now: ({ id }) => readClock(world, id),
    async heard() {
      await local.meta.idle();
      await untilApplied(world);
    },
    async expectNoTraceOfPeople(...tokens) {
      // Their ids are there, so there is something to read, and it can be read.
      const kept = [lines.join(''), ...(await readRuns(world))].join('\n');
      for (const { id } of guests) expect(kept).toContain(id);
      const secrets = [...tokens, ...said, ...guests.flatMap(secretsOf), ...(await listAddresses(world))];
      expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
    },
    async stop() {
      await world.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function keepIn(lines: string[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
}

/** What a webhook says of a text that somebody wrote to the first number. */
async function toHeard(
  world: World,
  { id, phone }: Guest,
  { text, ageMs = 0, parts }: Heard & { readonly text: string },
) {
  const [{ displayPhoneNumber, phoneNumberId }] = world.local.meta.senders;
  const timestamp = String(Math.floor(((await readClock(world, id)) - ageMs) / second));
  const written = { from: phone.slice(1), id: `wamid.${randomUUID()}`, timestamp };
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: displayPhoneNumber, phone_number_id: phoneNumberId },
    messages: [{ ...written, type: 'text', text: { body: text }, ...parts }],
  };
}

async function readClock({ local: { store } }: World, personId: string): Promise<number> {
  const person = await findPerson(store, personId);
  return Date.now() + (person?.clockOffsetMs ?? 0);
}

interface Change {
  readonly field: string;
  readonly value: object;
  readonly at: number;
}

async function postWebhook({ local }: World, { field, value, at }: Change): Promise<void> {
  const [{ businessAccountId: id }] = local.meta.senders;
  const entry = [{ id, time: Math.floor(at / second), changes: [{ field, value }] }];
  const body = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
  const { statusCode } = await request(local.server.webhookUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': signWebhook(body, local.meta.appSecret),
    },
    body,
  });
  expect(statusCode).toBe(200);
}

/** Nothing of it is left in the inbox. Wakes that follow are not waited for. */
async function untilApplied({ local: { store } }: World): Promise<void> {
  const pending = store
    .selectFrom('inbox')
    .select('id')
    .where('state', 'in', ['new', 'signal'])
    .where('kind', 'not in', ['self-test', 'wake']);
  await vi.waitUntil(async () => (await pending.execute()).length === 0, { timeout: 20_000 });
}

/** Every run of the world as Temporal keeps it: description and history, with what is encoded in them readable. */
async function readRuns({ local: { client, store } }: World): Promise<string[]> {
  const runs = await store.selectFrom('run').select('id').execute();
  return Promise.all(
    runs.map(async ({ id }) => {
      const handle = client.getHandle(`run:${id}`);
      const [{ raw }, history] = await Promise.all([handle.describe(), handle.fetchHistory()]);
      return JSON.stringify([raw, history]).replaceAll(/"data":"([A-Za-z0-9+/=]+)"/g, (_, data: string) =>
        Buffer.from(data, 'base64').toString('utf8'),
      );
    }),
  );
}

/** Those that were learnt from webhooks too. */
async function listAddresses({ local: { store } }: World): Promise<string[]> {
  const columns = ['phone', 'email', 'business_scoped_user_id'] as const;
  const people = await store.selectFrom('person').select(columns).execute();
  return people.flatMap((person) =>
    Object.values(person).flatMap((address) => address?.replace('+', '') ?? []),
  );
}

const entry = { on: { api: true } };
const text = {
  type: 'sms.send',
  with: { text: 'By text message' },
  next: { accepted: 'done', unresolved: 'done', '*': 'done' },
};
const done = { type: 'exit', with: { as: 'done' } };

/** One message by template, unknown at Meta and so marketing unless told otherwise; whatever fails goes by SMS. */
export function offerBy(id: string, template = 'spring_sale', change: object = {}) {
  return oneMessage(id, {
    type: 'whatsapp.template',
    with: { template, language: 'ko', within: '2h', ...change },
  });
}

/** The same, over when it is answered. */
export function questionBy(id: string) {
  const { nodes, ...journey } = offerBy(id, 'spring_sale', { await: 'replied' });
  const next = { replied: 'done', unresolved: 'text', '*': 'text' };
  return { ...journey, nodes: { ...nodes, offer: { ...nodes.offer, next } } };
}

/** One free-form message. */
export function textBy(id: string, change: object = {}) {
  return oneMessage(id, { type: 'whatsapp.message', with: { text: 'Hello', within: '2h', ...change } });
}

function oneMessage(id: string, message: { readonly type: string; readonly with: object }) {
  const next = { delivered: 'done', unresolved: 'text', '*': 'text' };
  return { id, name: id, entry, start: 'offer', nodes: { offer: { ...message, next }, text, done } };
}
