import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, createClient } from '../../src/client/client.ts';
import { streamPath } from '../../src/client/live-calls.ts';
import { apiKey, createHttpWorld, type HttpWorld } from '../http/world.ts';
import { patient } from '../inbox/journeys.ts';
import { listenTo } from '../support/event-listener.ts';

let world: HttpWorld;
let url: string;
let client: Client;

beforeAll(async () => {
  world = await createHttpWorld();
  url = await world.app.listen({ host: '127.0.0.1', port: 0 });
  client = createClient({ url, apiKey });
  await client.publish(JSON.stringify(patient));
  await client.savePerson({ externalId: 'kim', phone: '+821012345678' });
});

afterAll(() => world.stop());

test('counts and people are read, and streams are where their paths say', async () => {
  const { run } = await client.start('patient', { person: 'kim' });
  expect(await client.counts('patient', 1)).toMatchObject({ version: 1, entered: 1 });
  expect(await client.counts('patient')).toMatchObject({ version: null, entered: 1 });
  expect((await client.people({ search: '5678' })).people).toMatchObject([{ externalId: 'kim' }]);
  const subjects = [{ journey: 'patient', version: 1 }, { journey: 'patient' }, { run }];
  for (const subject of subjects) {
    const listener = await listenTo(`${url}${streamPath(subject)}`, { 'x-api-key': apiKey });
    expect(await listener.next()).toMatchObject({ event: 'run' in subject ? 'run' : 'counts' });
    listener.leave();
  }
});

test('a server that can not skip time says so, before anything is stored', async () => {
  const start = client.start('patient', { person: 'kim', key: 'rehearsed', rehearse: true });
  await expect(start).rejects.toMatchObject({ code: 'CANNOT_SKIP', problem: { status: 409 } });
  expect((await client.runs({ person: 'kim' })).runs.map(({ key }) => key)).not.toContain('rehearsed');
  const { run } = await client.start('patient', { person: 'kim', key: 'ordinary' });
  await expect(client.skip(run)).rejects.toMatchObject({ code: 'CANNOT_SKIP' });
});
