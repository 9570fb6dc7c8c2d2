// An operator lifts what bars a sender: what is said to be lifted is.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { acknowledgeSender } from '../../src/inbox/acknowledge-sender.ts';
import { createId } from '../../src/store/ids.ts';
import { listRestrictions, type NewRestriction, storeRestriction } from '../../src/store/restrictions.ts';
import { findSenderById } from '../../src/store/senders.ts';
import { createTestDatabase, type TestDatabase } from '../support/stack.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const at = new Date(Date.UTC(2026, 4, 4, 3));
const later = (seconds: number) => new Date(at.getTime() + seconds * 1_000);
let sender = '';
let account = '';

beforeEach(async () => {
  sender = createId('sdr');
  account = `waba-${sender}`;
  const values = { id: sender, channel: 'whatsapp' as const, provider_id: sender, account_id: account };
  await database.store.insertInto('sender').values(values).execute();
});

const bar = (more: Partial<NewRestriction> = {}) =>
  database.store.transaction().execute((trx) =>
    storeRestriction(trx, {
      ...{ scope: 'account', scopeId: account, kind: 'soft-lock', reason: 'ACCOUNT_RESTRICTION' },
      ...{ since: at, until: null, ...more },
    }),
  );

async function acknowledge(time = later(60)) {
  const stored = await findSenderById(database.store, sender);
  if (stored === undefined) throw new TypeError('no sender');
  return acknowledgeSender(database.store, stored, { perSecond: 10, at: time });
}

const holding = async (time = later(120)) =>
  (await listRestrictions(database.store, { senderId: sender, accountId: account }, time)).map(
    ({ kind }) => kind,
  );

test('a bar that Meta dates ahead of our clock is lifted, not only said to be', async () => {
  await bar({ since: later(90) });
  expect(await acknowledge()).toMatchObject({ lifted: [{ kind: 'soft-lock' }] });
  expect(await holding()).toEqual([]);
});

test('what Meta has given an end stays, and is not among what was lifted', async () => {
  await bar();
  await bar({ kind: 'marketing', until: later(3_600) });
  expect((await acknowledge())?.lifted.map(({ kind }) => kind)).toEqual(['soft-lock']);
  expect(await holding()).toEqual(['marketing']);
});

test('of two operators at once one lifts, and the other hears that there is nothing to lift', async () => {
  for (let round = 0; round < 10; round += 1) {
    const since = later(round * 100);
    for (const kind of ['all', 'payment', 'soft-lock'] as const) await bar({ kind, since });
    const time = later(round * 100 + 50);
    const both = await Promise.all([acknowledge(time), acknowledge(time)]);
    expect(both.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await holding(time)).toEqual([]);
  }
});
