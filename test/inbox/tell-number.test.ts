// What becomes of what Meta shows of a number.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tellNumber } from '../../src/inbox/tell-number.ts';
import { createId } from '../../src/store/ids.ts';
import { listNotices } from '../../src/store/notices.ts';
import { countContact, countContacts, findDailyLimit, storeDailyLimit } from '../../src/store/portfolios.ts';
import { findSenderById } from '../../src/store/senders.ts';
import type { NumberShown } from '../../src/whatsapp/number-shown.ts';
import { createTestDatabase, type TestDatabase } from '../support/stack.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const at = Date.UTC(2026, 4, 4, 3);
const minute = 60_000;
let account = '';
let portfolio = '';
let first = '';
let second = '';

beforeEach(async () => {
  account = createId('sdr');
  portfolio = `portfolio-${account}`;
  first = await addNumber();
  second = await addNumber();
});

async function addNumber(): Promise<string> {
  const id = createId('sdr');
  const values = { id, channel: 'whatsapp' as const, provider_id: `number-${id}`, account_id: account };
  await database.store.insertInto('sender').values(values).execute();
  return id;
}

const tell = (id: string, shown: NumberShown, time = at) =>
  database.store
    .transaction()
    .execute((trx) => tellNumber(trx, `number-${id}`, { shown, at: new Date(time) }));

describe('a number that Meta shows', () => {
  test('gets its digits, rate and portfolio with its limit; what is not shown stays', async () => {
    await tell(first, {
      displayPhone: '821012345678',
      perSecond: 20,
      dailyLimit: 250,
      portfolioId: portfolio,
    });
    await tell(first, {});
    expect(await findSenderById(database.store, first)).toMatchObject({
      displayPhone: '821012345678',
      perSecond: 20,
      portfolioId: portfolio,
    });
    expect(await findDailyLimit(database.store, portfolio)).toBe(250);
  });

  test('takes its account’s numbers and the day’s people with it into its portfolio', async () => {
    const ask = { portfolioId: account, personId: 'per_1', rehearsed: false, now: at };
    await tell(first, { dailyLimit: 250 });
    await database.store.transaction().execute((trx) => countContact(trx, ask));
    await tell(first, { dailyLimit: 250, portfolioId: portfolio });
    expect(await findSenderById(database.store, second)).toMatchObject({ portfolioId: portfolio });
    expect(await countContacts(database.store, portfolio, at)).toBe(1);
    expect(await countContacts(database.store, account, at)).toBe(0);
  });

  test('does not speak against a limit that a webhook has told since', async () => {
    const told = { portfolioId: account, limit: 2_000, at: new Date(at + minute) };
    await database.store.transaction().execute((trx) => storeDailyLimit(trx, told));
    await tell(first, { dailyLimit: 250 });
    expect(await findDailyLimit(database.store, account)).toBe(2_000);
    await tell(first, { dailyLimit: 250 }, at + 2 * minute);
    expect(await findDailyLimit(database.store, account)).toBe(250);
  });

  test('is told to operators once when Meta blocks it', async () => {
    const shown = { health: { word: 'BLOCKED', entities: ['WABA'], codes: ['141014'] } };
    await tell(first, shown);
    await tell(first, shown, at + minute);
    const notices = await listNotices(database.store, { senderId: first, accountId: account }, 10);
    expect(notices).toMatchObject([
      { event: 'HEALTH_BLOCKED', severity: 'critical', facts: { codes: '141014' } },
    ]);
  });

  test('that is not ours is left alone', async () => {
    await tell('nobody', { dailyLimit: 250, portfolioId: portfolio });
    expect(await findDailyLimit(database.store, portfolio)).toBeUndefined();
  });
});
