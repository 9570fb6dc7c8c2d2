// The portfolio's limit of people a day, from the ledger's side, where Meta knows more of it than we do.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { storeDailyLimit } from '../../../src/store/portfolios.ts';
import { findSenderById } from '../../../src/store/senders.ts';
import type { StoreTransaction } from '../../../src/store/store.ts';
import { policySettingsSchema } from '../../../src/whatsapp/policy-settings.ts';
import { createSendWorld, hour, minute, noon, type SendWorld } from './send-world.ts';
import type { Visit } from './visit.ts';

let world: SendWorld;
let account = '';
beforeAll(async () => {
  const settings = policySettingsSchema.parse({ portfolio: { limitCodes: ['131048'], fullForHours: 3 } });
  world = await createSendWorld({ settings });
  account = (await findSenderById(world.store, world.sender))?.accountId ?? '';
  await world.template('delivery_note', { category: 'utility' });
});
afterAll(() => world.stop());
beforeEach(async () => {
  for (const table of [
    'restriction',
    'portfolio',
    'portfolio_queue',
    'portfolio_contact',
    'notice',
  ] as const) {
    await world.store.deleteFrom(table).execute();
  }
});

const inTransaction = <T>(work: (trx: StoreTransaction) => Promise<T>) =>
  world.store.transaction().execute(work);

const limitTo = (limit: number, at = noon) =>
  inTransaction((trx) => storeDailyLimit(trx, { portfolioId: account, limit, at: new Date(at) }));

const note = (change: Record<string, unknown> = {}, more: { personId?: string } = {}) =>
  world.offer({ with: { template: 'delivery_note', ...change }, ...more });

function refuseNext({ phone }: Visit, code: string): void {
  world.meta.script(phone, { do: 'refuse', code: Number(code) }, { do: 'deliver' });
}

describe('a code that the operator knows as the portfolio’s limit', () => {
  test('holds back new people, not the number, and an operator is told', async () => {
    await limitTo(100);
    const [known, met, next] = [await note(), await note(), await note()];
    await known.execute(noon);
    refuseNext(met, '131048');
    expect(await met.execute(noon)).toMatchObject({ status: 'settled', outcome: 'limit.sender' });
    expect(await next.execute(noon + minute)).toMatchObject({
      ...{ status: 'parked', policy: 'portfolio', until: noon + 3 * hour },
    });
    const again = await note({}, { personId: known.personId });
    expect(await again.execute(noon + minute)).toMatchObject({ status: 'accepted' });
    expect(await world.store.selectFrom('restriction').selectAll().execute()).toEqual([]);
    expect(await world.store.selectFrom('notice').select(['event', 'facts']).execute()).toMatchObject([
      { event: '131048', facts: { kind: 'portfolio' } },
    ]);
    expect(await next.execute(noon + 3 * hour)).toMatchObject({ status: 'accepted' });
  });

  test('also where the limit is not known, until Meta tells another one', async () => {
    const [met, next] = [await note(), await note()];
    await met.execute(noon);
    await met.status('failed', { at: noon + minute, code: '131048' });
    expect(await next.execute(noon + 2 * minute)).toMatchObject({ policy: 'portfolio' });
    await limitTo(2_000, noon + 3 * minute);
    expect(await next.execute(noon + 4 * minute)).toMatchObject({ status: 'accepted' });
  });
});
