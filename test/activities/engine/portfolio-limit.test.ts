// The portfolio's limit of people a day, from the ledger's side, where Meta knows more of it than we do.

import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimForPlaces, freePlace } from '../../../src/store/contact-places.ts';
import { askPortfolio, countContact, storeDailyLimit } from '../../../src/store/portfolios.ts';
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

const note = (change: Record<string, unknown> = {}, more: { personId?: string; rehearsed?: boolean } = {}) =>
  world.offer({ with: { template: 'delivery_note', ...change }, ...more });

function refuseNext({ phone }: Visit, code: string): void {
  world.meta.script(phone, { do: 'refuse', code: Number(code) }, { do: 'deliver' });
}

describe('a code that the operator knows as the portfolio’s limit', () => {
  test('holds back new people, not the number, and an operator is told', async () => {
    await limitTo(100);
    const real = { rehearsed: false };
    const [known, met, next] = [await note({}, real), await note({}, real), await note({}, real)];
    await known.execute(noon);
    refuseNext(met, '131048');
    expect(await met.execute(noon)).toMatchObject({ status: 'settled', outcome: 'limit.sender' });
    expect(await next.execute(noon + minute)).toMatchObject({
      ...{ status: 'parked', policy: 'portfolio', until: noon + 3 * hour },
    });
    const again = await note({}, { ...real, personId: known.personId });
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

describe('the place of a person whom no message has reached', () => {
  beforeEach(() => limitTo(2));

  async function countPeople(): Promise<number> {
    const contacts = await world.store.selectFrom('portfolio_contact').select('person_id').execute();
    return contacts.filter(({ person_id }) => person_id !== null).length;
  }

  test.each(['at once', 'later'])('is somebody else’s, where Meta says so %s', async (when) => {
    const [first, failing, third, fourth] = [await note(), await note(), await note(), await note()];
    await first.execute(noon);
    if (when === 'at once') {
      refuseNext(failing, '131026');
      await failing.execute(noon + minute);
    } else {
      await failing.execute(noon + minute);
      expect(await third.execute(noon + minute)).toMatchObject({ policy: 'portfolio' });
      await failing.status('failed', { at: noon + 2 * minute, code: '131026' });
      await failing.status('failed', { at: noon + 2 * minute, code: '131026' });
    }
    expect(await third.execute(noon + 3 * minute)).toMatchObject({ status: 'accepted' });
    expect(await fourth.execute(noon + 3 * minute)).toMatchObject({ status: 'parked', policy: 'portfolio' });
    expect(await countPeople()).toBe(2);
    // The first person's day is over; the third's is not.
    expect(await fourth.execute(noon + 24 * hour)).toMatchObject({ status: 'accepted' });
    expect(await (await note()).execute(noon + 24 * hour + 2 * minute)).toMatchObject({ status: 'parked' });
  });

  test('stays theirs where another message has reached them, or may have', async () => {
    const reached = await note();
    await reached.execute(noon);
    const again = await note({}, { personId: reached.personId });
    await again.execute(noon + minute);
    await again.status('failed', { at: noon + 2 * minute, code: '131026' });
    expect(await countPeople()).toBe(1);
    await reached.status('failed', { at: noon + 4 * minute, code: '131026' });
    expect(await countPeople()).toBe(0);
  });

  test('is offered to who waits for one, once', async () => {
    const now = Date.now();
    const real = () => note({}, { rehearsed: false });
    const [first, failing, waiting, behind] = [await real(), await real(), await real(), await real()];
    expect(await first.execute(now)).toMatchObject({ status: 'accepted' });
    expect(await failing.execute(now)).toMatchObject({ status: 'accepted' });
    expect(await waiting.execute(now)).toMatchObject({ policy: 'portfolio' });
    await behind.execute(now);
    await failing.status('failed', { at: now, code: '131026' });
    await world.store.updateTable('run').set({ state: 'running' }).execute();
    expect(await claimForPlaces(world.store, { restedMs: 0 })).toEqual([waiting.runId]);
    expect(await claimForPlaces(world.store, { restedMs: hour })).toEqual([]);
  });
});

test('whatever fails and whatever goes, no day has more people than the limit', async () => {
  const limit = 4;
  const step = fc.record({
    waitMinutes: fc.integer({ min: 0, max: 500 }),
    fails: fc.boolean(),
    late: fc.nat(3),
  });
  const goes = (personId: string, now: number) =>
    inTransaction(async (trx) => {
      const ask = { portfolioId: account, personId, rehearsed: false, now };
      const full = await askPortfolio(trx, ask);
      if (full === undefined) await countContact(trx, ask);
      return full !== undefined;
    });

  const fail = (personId: string) =>
    inTransaction(async (trx) => {
      const { number } = await trx
        .selectFrom('portfolio_contact')
        .select('number')
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow();
      await freePlace(trx, { portfolioId: account, rehearsed: false, number, personId });
    });

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), async (steps) => {
      await world.store.deleteFrom('portfolio_queue').execute();
      await world.store.deleteFrom('portfolio_contact').execute();
      await limitTo(limit);
      let counted: { personId: string; at: number; failsAfter: number }[] = [];
      let now = noon;
      for (const [index, { waitMinutes, fails, late }] of steps.entries()) {
        now += waitMinutes * minute;
        const personId = `per_${index}`;
        const isFull = await goes(personId, now);
        const today = counted.filter(({ at }) => at > now - 24 * hour).length;
        if (isFull) expect(today).toBeGreaterThan(0);
        else expect(today).toBeLessThan(limit);
        if (!isFull)
          counted.push({ personId, at: now, failsAfter: fails ? index + late : Number.POSITIVE_INFINITY });
        for (const failed of counted.filter(({ failsAfter }) => failsAfter <= index))
          await fail(failed.personId);
        counted = counted.filter(({ failsAfter }) => failsAfter > index);
      }
    }),
    { numRuns: 15 },
  );
});
