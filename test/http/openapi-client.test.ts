// Our own client asks only what the description tells: every method, its path, its query and its body.

import { fastify } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, createClient } from '../../src/client/client.ts';
import { streamPath } from '../../src/client/live-calls.ts';
import { checkRequest, type Exchange } from './described-api.ts';

/** A server that answers everything with `{}` and keeps what it was asked. */
const server = fastify();
const asked: Exchange[] = [];
server.all('/*', async ({ method, url, body }) => {
  asked.push({ method, url, body });
  return {};
});

let client: Client;

beforeAll(async () => {
  client = createClient({ url: await server.listen({ host: '127.0.0.1', port: 0 }), apiKey: 'none' });
});
afterAll(() => server.close());

const source = JSON.stringify({ id: 'welcome' });
const person = { externalId: 'kim-77', phone: '+82 2-555-0143', timeZone: 'Asia/Seoul', locale: null };

/** One call of every method, with as much as it can be given. */
const calls: { readonly [Method in keyof Client]: () => Promise<unknown> } = {
  session: () => client.session(),
  endSession: () => client.endSession(),
  createSessionLink: () => client.createSessionLink(),
  counts: () => client.counts('welcome', 2),
  people: () => client.people({ search: 'kim', limit: 5, cursor: 'per_01' }),
  skip: () => client.skip('run_01', 'P1D'),
  drafts: () => client.drafts({ id: 'welcome' }),
  draft: () => client.draft('welcome'),
  saveDraft: () => client.saveDraft('welcome', { source, baseVersion: 1, revision: 3 }),
  deleteDraft: () => client.deleteDraft('welcome', 3),
  publishDraft: () => client.publishDraft('welcome', { revision: 3, note: 'shorter', acceptWarnings: true }),
  versions: () => client.versions('welcome', { limit: 5, cursor: '7' }),
  diff: () => client.diff('welcome', { from: 1, to: 'draft' }),
  nodeTypes: () => client.nodeTypes(),
  check: () => client.check(source),
  simulate: () => client.simulate({ source, key: 'cart', event: { total: 1 }, actions: [{ next: true }] }),
  surroundings: () => client.surroundings(),
  publish: () => client.publish(source, { dryRun: true }),
  journeys: () => client.journeys(),
  journey: () => client.journey('welcome', 2),
  savePerson: () => client.savePerson(person),
  person: () => client.person('kim-77'),
  sendEvent: () =>
    client.sendEvent({ person: 'kim-77', event: 'cart.abandoned', id: '9', data: { total: 1 } }),
  start: () => client.start('welcome', { person: 'kim-77', event: {}, key: 'cart', rehearse: true }),
  runs: () =>
    client.runs({ journey: 'welcome', person: 'kim-77', state: 'running', limit: 5, cursor: 'run_01' }),
  run: () => client.run('run_01'),
  templates: () => client.templates(),
  syncTemplates: () => client.syncTemplates(),
  senders: () => client.senders(),
  sender: () => client.sender('sdr_01'),
  acknowledgeSender: () => client.acknowledgeSender('sdr_01', { perSecond: 5 }),
};

test.each(Object.entries(calls))('%s', async (method, call) => {
  asked.length = 0;
  await call();
  expect(asked).toHaveLength(1);
  expect([method, ...asked.flatMap(checkRequest)]).toEqual([method]);
});

test.each([{ journey: 'welcome', version: 2 }, { run: 'run_01' }])('the stream of %o', (subject) => {
  expect(checkRequest({ method: 'GET', url: streamPath(subject) })).toEqual([]);
});
