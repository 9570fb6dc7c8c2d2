import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  findPersonByExternalId,
  storeConsents,
  toPersonScope,
  upsertPerson,
} from '../../src/store/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/stack.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.close());

test('a field left out keeps what is stored, null clears it', async () => {
  const { store } = database;
  const base = { externalId: 'keeps', defaultTimeZone: 'UTC' };
  await upsertPerson(store, {
    ...base,
    phone: '+821011110000',
    email: 'a@example.com',
    timeZone: 'Asia/Seoul',
  });
  await upsertPerson(store, { ...base, email: null });
  expect(await findPersonByExternalId(store, 'keeps')).toMatchObject({
    phone: '+821011110000',
    email: null,
    timeZone: 'Asia/Seoul',
  });
});

test('of two consents the newer stands, whatever order they come in', async () => {
  const { store } = database;
  const { id } = await upsertPerson(store, { externalId: 'consents', defaultTimeZone: 'UTC' });
  const consent = { channel: 'whatsapp', topic: '', source: 'test', businessName: null } as const;
  await storeConsents(store, id, [
    { ...consent, state: 'out', at: new Date(2_000) },
    { ...consent, state: 'in', at: new Date(1_000) },
  ]);
  const rows = await store.selectFrom('consent').select('state').where('person_id', '=', id).execute();
  expect(rows).toEqual([{ state: 'out' }]);
});

test('of two consents of the same instant the opt-out stands, whatever order they come in', async () => {
  const { store } = database;
  const consent = {
    channel: 'whatsapp',
    topic: '',
    source: 'test',
    businessName: 'Shop',
    at: new Date(1_000),
  } as const;
  for (const states of [['in', 'out'] as const, ['out', 'in'] as const]) {
    const person = { externalId: `tie-${states[0]}`, defaultTimeZone: 'UTC' };
    const { id } = await upsertPerson(store, person);
    await storeConsents(
      store,
      id,
      states.map((state) => ({ ...consent, state })),
    );
    const rows = await store
      .selectFrom('consent')
      .select(['state', 'business_name'])
      .where('person_id', '=', id)
      .execute();
    expect(rows).toEqual([{ state: 'out', business_name: 'Shop' }]);
  }
});

test("expressions see attributes at the top, and our own fields can't be shadowed", async () => {
  const { store } = database;
  const attributes = { firstName: '지은', id: 'forged', timeZone: 'forged' };
  await upsertPerson(store, { externalId: 'scoped', defaultTimeZone: 'UTC', attributes });
  const person = await findPersonByExternalId(store, 'scoped');
  expect(person === undefined ? {} : toPersonScope(person)).toMatchObject({
    firstName: '지은',
    id: 'scoped',
    timeZone: 'UTC',
  });
});
