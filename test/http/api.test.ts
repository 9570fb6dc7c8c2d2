import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.ts';
import { closeRun } from '../../src/store/runs.ts';
import { abandonedCart, patient } from '../inbox/journeys.ts';
import { createDeafApp, createHttpWorld, type HttpWorld } from './world.ts';

let world: HttpWorld;

beforeAll(async () => {
  world = await createHttpWorld();
});

afterAll(() => world.stop());

test('everything under /v1 needs a key that is known and not revoked', async () => {
  const ask = (headers: Record<string, string>) => world.app.inject({ url: '/v1/runs/run_x', headers });
  expect((await ask({})).json()).toMatchObject({ code: 'AUTH_KEY', status: 401 });
  expect((await ask({ authorization: 'Bearer guess' })).statusCode).toBe(401);
  const { id, key } = await createApiKey(world.store, 'test');
  expect((await ask({ authorization: `Bearer ${key}` })).statusCode).toBe(404);
  await world.store.updateTable('api_key').set({ revoked_at: new Date() }).where('id', '=', id).execute();
  expect((await ask({ authorization: `Bearer ${key}` })).statusCode).toBe(401);
});

test('a journey is published once per meaning', async () => {
  const first = await world.post('/v1/journeys', abandonedCart);
  expect(first.statusCode).toBe(201);
  expect(first.json()).toMatchObject({ id: 'abandoned-cart', version: 1, warnings: [] });
  const moved = { ...abandonedCart, canvas: { think: { x: 10, y: 20 } } };
  const again = await world.post('/v1/journeys', moved);
  expect([again.statusCode, again.json().version, again.json().hash]).toEqual([200, 1, first.json().hash]);
  const changed = await world.post('/v1/journeys', { ...abandonedCart, name: 'Forgotten cart' });
  expect([changed.statusCode, changed.json().version]).toEqual([201, 2]);
  const row = await world.store
    .selectFrom('journey_version')
    .selectAll()
    .where('version', '=', 1)
    .executeTakeFirst();
  expect(row).toMatchObject({ events: ['cart.opened', 'order.placed'], entry_event: 'cart.abandoned' });
});

test('a dry run checks and stores nothing', async () => {
  const dry = await world.post('/v1/journeys?dryRun=true', { ...patient, id: 'dry' });
  expect(dry.statusCode).toBe(200);
  const rows = await world.store.selectFrom('journey').select('id').where('id', '=', 'dry').execute();
  expect(rows).toEqual([]);
});

test('a journey with errors is refused with code, line, column and hint, in the language asked for', async () => {
  const text = '{\n  "id": "broken",\n  "nodes": {\n    "a": { "type": "no.such" }\n  }\n}';
  const english = await world.post('/v1/journeys', text);
  expect([english.statusCode, english.json().code]).toEqual([422, 'JOURNEY_INVALID']);
  for (const item of english.json().errors) {
    expect(item).toMatchObject({
      code: expect.stringMatching(/^J\d{3}$/),
      line: expect.any(Number),
      column: expect.any(Number),
      hint: expect.any(String),
    });
  }
  const korean = await world.post('/v1/journeys', text, { 'accept-language': 'ko-KR,en;q=0.5' });
  expect(korean.json().detail).toMatch(/[가-힣]/);
  expect(korean.json().errors).toHaveLength(english.json().errors.length);
});

test('a person is created, then changed, with the phone in E.164 and a zone from its country', async () => {
  const created = await world.post('/v1/people', {
    externalId: 'kim',
    phone: '+82 10-1234-5678',
    attributes: { firstName: '지은' },
    consents: [{ channel: 'whatsapp', state: 'in', source: 'checkout' }],
  });
  expect(created.statusCode).toBe(201);
  const changed = await world.post('/v1/people', { externalId: 'kim', email: 'kim@example.com' });
  expect([changed.statusCode, changed.json().id]).toEqual([200, created.json().id]);
  const row = await world.store
    .selectFrom('person')
    .selectAll()
    .where('external_id', '=', 'kim')
    .executeTakeFirst();
  expect(row).toMatchObject({
    phone: '+821012345678',
    email: 'kim@example.com',
    time_zone: 'Asia/Seoul',
    attributes: { firstName: '지은' },
  });
  const consents = await world.store.selectFrom('consent').select(['channel', 'topic', 'state']).execute();
  expect(consents).toEqual([{ channel: 'whatsapp', topic: '', state: 'in' }]);
});

test('what is wrong with a person is told per field, in words', async () => {
  const response = await world.post(
    '/v1/people',
    {
      externalId: 'bad',
      phone: '010-1234',
      timeZone: 'Mars/Olympus',
      extra: 1,
      attributes: { a: 'x'.repeat(70_000) },
    },
    { 'accept-language': 'ko' },
  );
  expect(response.statusCode).toBe(422);
  const places = response.json().errors.map(({ code, path }: { code: string; path: string }) => [code, path]);
  expect(places).toEqual(
    expect.arrayContaining([
      ['PERSON_PHONE_FORMAT', '/phone'],
      ['PERSON_TIME_ZONE', '/timeZone'],
      ['PERSON_ATTRIBUTES_SIZE', '/attributes'],
      ['INPUT_UNRECOGNIZED_KEYS', ''],
    ]),
  );
  for (const { detail } of response.json().errors) expect(detail).toMatch(/[가-힣]/);
});

test("another person's phone is a conflict", async () => {
  await world.post('/v1/people', { externalId: 'lee', phone: '+821055556666' });
  const response = await world.post('/v1/people', { externalId: 'park', phone: '+821055556666' });
  expect(response.json()).toMatchObject({ status: 409, code: 'PERSON_TAKEN', field: 'phone' });
});

test('a run is stored, started, and refused while one is live', async () => {
  await world.post('/v1/journeys', patient);
  await world.post('/v1/people', { externalId: 'choi' });
  const start = (body: object) => world.post('/v1/journeys/patient/runs', { person: 'choi', ...body });
  const first = await start({ event: { source: 'test' } });
  expect(first.statusCode).toBe(202);
  const { run } = first.json();
  expect(world.runs.started).toContain(run);
  expect((await start({})).json()).toMatchObject({ status: 409, code: 'RUN_LIVE', run });
  expect((await start({ key: 'second' })).statusCode).toBe(202);
  expect((await world.get(`/v1/runs/${run}`)).json()).toMatchObject({
    id: run,
    journey: 'patient',
    version: 1,
    path: [],
  });
  await closeRun(world.store, run, 'done');
  expect((await start({})).statusCode).toBe(202);
});

test('a run of an unknown journey or person is not started', async () => {
  const journey = await world.post('/v1/journeys/none/runs', { person: 'choi' });
  expect(journey.json()).toMatchObject({ status: 404, code: 'JOURNEY_UNKNOWN' });
  const person = await world.post('/v1/journeys/patient/runs', { person: 'nobody' });
  expect(person.json()).toMatchObject({ status: 404, code: 'PERSON_UNKNOWN' });
  const keyless = await world.post('/v1/journeys/abandoned-cart/runs', { person: 'choi' });
  expect(keyless.json()).toMatchObject({ status: 422, code: 'RUN_EXPRESSION' });
});

test('an event that the engine tells itself is refused, with words', async () => {
  for (const event of ['whatsapp.inbound', 'message.late']) {
    const response = await world.post('/v1/events', { person: 'choi', event }, { 'accept-language': 'ko' });
    expect(response.json()).toMatchObject({ status: 422, code: 'EVENT_RESERVED', event });
    expect(response.json().title).toMatch(/[가-힣]/);
  }
});

test('an event is stored for its person, once per id', async () => {
  const send = (body: object) => world.post('/v1/events', { person: 'choi', event: 'bell.rang', ...body });
  const first = await send({ id: 'b1', data: { loud: true } });
  expect(first.statusCode).toBe(202);
  expect((await send({ id: 'b1' })).json()).toEqual(first.json());
  const items = (await world.inbox()).filter(({ kind }) => kind === 'event');
  expect(items).toHaveLength(1);
  expect(items[0]?.payload).toMatchObject({
    id: first.json().event,
    name: 'bell.rang',
    data: { loud: true },
  });
  expect((await send({ person: 'nobody' })).statusCode).toBe(404);
  expect((await send({ person: { externalId: 'new', phone: '+821077778888' } })).statusCode).toBe(202);
  expect((await send({ event: 'Not An Event' })).statusCode).toBe(422);
});

test('broken JSON, large bodies and unknown paths are problems too', async () => {
  expect((await world.post('/v1/people', '{')).json()).toMatchObject({ status: 400, code: 'BODY_JSON' });
  expect((await world.post('/v1/people', `"${'x'.repeat(1024 * 1024)}"`)).statusCode).toBe(413);
  expect((await world.post('/v1/people', 'a=1', { 'content-type': 'text/plain' })).statusCode).toBe(415);
  expect((await world.get('/v2')).json()).toMatchObject({ status: 404, code: 'ROUTE_UNKNOWN' });
});

test('with the database away the API says so', async () => {
  const app = createDeafApp();
  const response = await app.inject({
    url: '/v1/runs/run_x',
    headers: { 'x-api-key': 'test-key-of-the-bootstrap' },
  });
  expect(response.json()).toMatchObject({ status: 503, code: 'STORE_UNAVAILABLE' });
  await app.close();
});
