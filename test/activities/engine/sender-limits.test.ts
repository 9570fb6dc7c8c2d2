// The rules about a sender, from the ledger's side: who waits, for what, and who lets them go on.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acknowledgeSender } from '../../../src/inbox/acknowledge-sender.ts';
import { rememberInbound } from '../../../src/store/channel-memory.ts';
import { storeDailyLimit } from '../../../src/store/portfolios.ts';
import { liftRestriction, storeRestriction } from '../../../src/store/restrictions.ts';
import { askSenderRate } from '../../../src/store/sender-rate.ts';
import { findSenderById } from '../../../src/store/senders.ts';
import type { StoreTransaction } from '../../../src/store/store.ts';
import { createSendWorld, hour, minute, noon, type SendWorld } from './send-world.ts';
import type { Visit } from './visit.ts';

let world: SendWorld;
let account = '';
beforeAll(async () => {
  world = await createSendWorld();
  account = (await findSenderById(world.store, world.sender))?.accountId ?? '';
  await world.template('delivery_note', { category: 'utility' });
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.store.deleteFrom('restriction').execute();
  await world.store.deleteFrom('portfolio').execute();
  await world.store.deleteFrom('sender_rate').execute();
});

const inTransaction = <T>(work: (trx: StoreTransaction) => Promise<T>) =>
  world.store.transaction().execute(work);

const note = (change: Record<string, unknown> = {}, more: { personId?: string; phone?: string } = {}) =>
  world.offer({ with: { template: 'delivery_note', ...change }, ...more });

async function personWrites({ personId }: Visit, at: number): Promise<void> {
  const key = { personId, senderId: world.sender };
  await inTransaction((trx) => rememberInbound(trx, key, { at: new Date(at) }));
}

/** Meta answers the next message to this person with the code. */
function refuseNext({ phone }: Visit, code: string): void {
  world.meta.script(phone, { do: 'refuse', code: Number(code) }, { do: 'deliver' });
}

describe('messages to one person', () => {
  test('beyond the burst wait for their slot, which is then theirs', async () => {
    const first = await note();
    await first.execute(noon);
    const paidAt = new Date(noon + 45 * 6_000);
    await world.store
      .updateTable('channel_memory')
      .set({ pair_paid_at: paidAt })
      .where('person_id', '=', first.personId)
      .execute();
    const next = await note({}, first);
    // Six seconds, and three in which the first of them may have been on their way.
    const slot = noon + 9_000;
    expect(await next.execute(noon)).toMatchObject({ status: 'parked', policy: 'pair-limit', until: slot });
    expect(next.posts()).toBe(1);
    expect(await next.execute(slot)).toMatchObject({ status: 'accepted' });
    expect(await next.memory()).toMatchObject({ pair_paid_at: new Date(paidAt.getTime() + 6_000) });
  });

  test('rest after 131056, for all journeys, longer each time', async () => {
    const first = await note();
    refuseNext(first, '131056');
    await expect(first.execute(noon)).rejects.toMatchObject({ type: 'SEND_RETRY' });
    const other = await note({}, first);
    const parked = await other.execute(noon + 500);
    expect(parked).toMatchObject({ status: 'parked', policy: 'pair-limit', until: noon + 1_000 });
    expect(await first.execute(noon + 6_000)).toMatchObject({ status: 'accepted' });
    expect(await first.memory()).toMatchObject({ pair_refusals: 1 });
  });
});

/** Ten seconds of marketing. */
const campaign = Array.from(
  { length: 640 },
  () => ({ ask: 'take', category: 'marketing', onlySoon: false }) as const,
);

describe('the sender’s rate', () => {
  test('parks what it has no place for, and keeps the place', async () => {
    await askSenderRate(world.store, world.sender, campaign);
    const offer = await world.offer();
    const parked = await offer.execute(noon);
    expect(parked).toMatchObject({ status: 'parked', policy: 'sender-rate' });
    const send = await offer.send();
    expect(send).toMatchObject({ place_lane: 'marketing', place_number: 641 });
    expect(offer.posts()).toBe(0);
    // A receipt does not stand behind the campaign.
    expect(await (await note()).execute(noon)).toMatchObject({ status: 'accepted' });
    // The campaign goes faster now, and the place has come nearer with it.
    await world.store.updateTable('sender').set({ per_second: 1_000 }).execute();
    expect(await offer.execute(send.parked_until?.getTime() ?? 0)).toMatchObject({ status: 'accepted' });
    expect(await offer.send()).toMatchObject({ place_lane: null, place_number: null });
    await world.store.updateTable('sender').set({ per_second: 80 }).execute();
  });

  test('gives no far place to what the gate holds back anyway', async () => {
    await askSenderRate(world.store, world.sender, campaign);
    const refused = await world.offer({ marketing: 'out' });
    expect(await refused.execute(noon)).toMatchObject({ outcome: 'consent' });
    const [next] = await askSenderRate(world.store, world.sender, campaign.slice(0, 1));
    expect(next?.place).toEqual({ lane: 'marketing', number: 641 });
  });

  test('is halved when Meta says that it was too fast', async () => {
    const visit = await note();
    refuseNext(visit, '130429');
    await expect(visit.execute(noon)).rejects.toMatchObject({ type: 'SEND_RETRY' });
    const rate = await world.store.selectFrom('sender_rate').selectAll().executeTakeFirstOrThrow();
    expect(rate.slowed_to).toBe(40);
  });
});

describe('the portfolio’s limit of people a day', () => {
  test('counts each person once, parks the next and lets answers through', async () => {
    await inTransaction((trx) =>
      storeDailyLimit(trx, { portfolioId: account, limit: 2, at: new Date(noon) }),
    );
    const [first, second, third] = [await note(), await note(), await note()];
    await first.execute(noon);
    await second.execute(noon + minute);
    expect(await (await note({}, first)).execute(noon + 2 * minute)).toMatchObject({ status: 'accepted' });
    const parked = await third.execute(noon + 2 * minute);
    expect(parked).toMatchObject({ status: 'parked', policy: 'portfolio', until: noon + 24 * hour });
    const fourth = await note();
    expect(await fourth.execute(noon + 2 * minute)).toMatchObject({ until: noon + minute + 24 * hour });
    const answered = await note();
    await personWrites(answered, noon);
    expect(await answered.execute(noon + 3 * minute)).toMatchObject({ status: 'accepted' });
    expect(await third.execute(noon + 24 * hour)).toMatchObject({ status: 'accepted' });
    expect(await fourth.execute(noon + 24 * hour)).toMatchObject({ status: 'parked', policy: 'portfolio' });
  });

  test('ends what is not worth sending that late as `limit.sender`', async () => {
    await inTransaction((trx) =>
      storeDailyLimit(trx, { portfolioId: account, limit: 0, at: new Date(noon) }),
    );
    const visit = await note({ expires: '1h' });
    expect(await visit.execute(noon)).toMatchObject({ status: 'parked' });
    expect(await visit.execute(noon + hour)).toMatchObject({
      status: 'settled',
      outcome: 'limit.sender',
      policy: 'portfolio',
      attempted: false,
    });
  });
});

describe('a restriction of the account', () => {
  const restrict = (kind: 'business-initiated' | 'soft-lock', until: number | undefined) =>
    inTransaction((trx) =>
      storeRestriction(trx, {
        ...{ scope: 'account', scopeId: account, kind, reason: 'ACCOUNT_RESTRICTION' },
        ...{ since: new Date(noon), until: until === undefined ? null : new Date(until) },
      }),
    );

  test('holds a message until its end, or until the message has no time left', async () => {
    await restrict('business-initiated', noon + 24 * hour);
    const [patient, urgent] = [await note(), await note({ expires: '10m' })];
    expect(await patient.execute(noon)).toMatchObject({ status: 'parked', until: noon + 24 * hour });
    expect(await urgent.execute(noon)).toMatchObject({ status: 'parked', due: noon + 10 * minute });
    expect(await urgent.execute(noon + 10 * minute)).toMatchObject({ outcome: 'account', attempted: false });
    expect(await patient.execute(noon + 24 * hour)).toMatchObject({ status: 'accepted' });
  });

  test('that locks softly is let go by an operator, who says how fast those who waited go', async () => {
    await restrict('soft-lock', undefined);
    const waiting = [await note(), await note(), await world.offer(), await note(), await note()];
    for (const visit of waiting) {
      expect(await visit.execute(noon)).toMatchObject({ status: 'parked', policy: 'restrictions' });
    }
    const reply = await world.visit('whatsapp.message', { text: 'Hello', within: '1h' });
    await personWrites(reply, noon);
    expect(await reply.execute(noon + minute)).toMatchObject({ status: 'accepted' });

    const sender = await findSenderById(world.store, world.sender);
    if (sender === undefined) throw new TypeError('no sender');
    const at = new Date(noon + hour);
    const done = await acknowledgeSender(world.store, sender, { perSecond: 2, at });
    expect(done).toMatchObject({ lifted: [{ kind: 'soft-lock' }], sends: 5, seconds: 3 });
    const wakes = await world.store
      .selectFrom('inbox')
      .select(['payload', 'available_at', 'received_at'])
      .where('kind', '=', 'wake')
      .orderBy('available_at')
      .execute();
    expect(
      wakes.map(({ available_at, received_at }) => available_at.getTime() - received_at.getTime()),
    ).toEqual([0, 1_000, 2_000]);
    // Marketing last.
    expect(wakes.at(-1)?.payload).toMatchObject({ runs: [waiting[2]?.runId] });
    expect(await acknowledgeSender(world.store, sender, { perSecond: 2, at })).toBeUndefined();
    for (const visit of waiting) {
      expect(await visit.execute(noon + hour)).toMatchObject({ status: 'accepted' });
    }
  });

  test('that was lifted earlier than it is told of does not hold', async () => {
    const key = { scope: 'account', scopeId: account, kind: 'business-initiated' } as const;
    await inTransaction((trx) => liftRestriction(trx, key, { at: new Date(noon + 1), reason: 'REINSTATE' }));
    await restrict('business-initiated', noon + 24 * hour);
    expect(await (await note()).execute(noon + 2)).toMatchObject({ status: 'accepted' });
  });
});
