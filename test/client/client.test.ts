import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, createClient } from '../../src/client/client.ts';
import { apiKey, createHttpWorld, type HttpWorld } from '../http/world.ts';
import { patient } from '../inbox/journeys.ts';

let world: HttpWorld;
let url: string;
let client: Client;

beforeAll(async () => {
  world = await createHttpWorld();
  url = await world.app.listen({ host: '127.0.0.1', port: 0 });
  client = createClient({ url: `${url}/`, apiKey });
});

afterAll(() => world.stop());

test('a journey is published, listed and read by the same client, and a dry run publishes nothing', async () => {
  const source = JSON.stringify({ ...patient, id: 'by-client' });
  expect(await client.publish(source, { dryRun: true })).not.toHaveProperty('version');
  expect(await client.publish(source)).toMatchObject({ id: 'by-client', version: 1, warnings: [] });
  const { journeys } = await client.journeys();
  expect(journeys).toContainEqual(expect.objectContaining({ id: 'by-client', version: 1, entry: 'api' }));
  expect((await client.journey('by-client', 1)).definition.start).toBe(patient.start);
});

test('a person enters, and their run is found in every place that tells of it', async () => {
  await client.publish(JSON.stringify(patient));
  await client.savePerson({ externalId: 'a/b c', timeZone: 'Asia/Seoul' });
  const { run } = await client.start('patient', { person: 'a/b c', key: 'k' });
  expect((await client.person('a/b c')).runs).toMatchObject([{ id: run, key: 'k', person: 'a/b c' }]);
  expect((await client.runs({ person: 'a/b c', journey: 'patient' })).runs).toHaveLength(1);
  expect(await client.run(run)).toMatchObject({ id: run, journey: 'patient' });
  expect((await client.sendEvent({ person: 'a/b c', event: 'bell.rang' })).event).toMatch(/^evt_/);
});

test('a problem comes as an error with its code and its words in the language asked for', async () => {
  const korean = createClient({ url, apiKey, language: 'ko' });
  const error = await korean.run('run_none').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'ProblemError', code: 'RUN_UNKNOWN', problem: { status: 404 } });
  expect((error as Error).message).toMatch(/[가-힣]/);
  const keyless = createClient({ url, apiKey: 'not-a-key-at-all' });
  await expect(keyless.journeys()).rejects.toMatchObject({ code: 'AUTH_KEY' });
});

test('nothing there, too slow, and something else there are told apart', async () => {
  const nobody = createClient({ url: 'http://user:secret@127.0.0.1:1', apiKey });
  await expect(nobody.journeys()).rejects.toMatchObject({
    code: 'CLIENT_UNREACHABLE',
    url: 'http://127.0.0.1:1',
  });
  const other = createServer((request, response) => {
    if (request.url === '/v1/journeys') response.end('<html></html>');
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const foreign = createClient({ url: `http://127.0.0.1:${port}`, apiKey, timeoutMs: 200 });
  await expect(foreign.journeys()).rejects.toMatchObject({ code: 'CLIENT_FOREIGN' });
  await expect(foreign.run('run_x')).rejects.toMatchObject({ code: 'CLIENT_TIMEOUT' });
  other.closeAllConnections();
  other.close();
});

test('a browser sends what its session gave instead of a key, and an answer without a body is none', async () => {
  const heard: (string | string[] | undefined)[][] = [];
  const server = createServer(({ method, headers }, response) => {
    heard.push([method, headers['x-csrf-token'], headers['x-api-key']]);
    response.writeHead(method === 'DELETE' ? 204 : 200).end(method === 'DELETE' ? '' : '{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let token: string | undefined;
  const browser = createClient({ url: `http://127.0.0.1:${port}`, csrfToken: () => token });
  await browser.session();
  token = 'given';
  expect(await browser.endSession()).toBeUndefined();
  expect(heard).toEqual([
    ['GET', undefined, undefined],
    ['DELETE', 'given', undefined],
  ]);
  server.closeAllConnections();
  server.close();
});
