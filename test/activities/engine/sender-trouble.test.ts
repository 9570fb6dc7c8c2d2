// Codes that are about the sender rather than the person: what they hold back, for how long, and who asks Meta again.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rememberInbound } from '../../../src/store/channel-memory.ts';
import type { StoreTransaction } from '../../../src/store/store.ts';
import { createSendWorld, hour, minute, noon, type SendWorld } from './send-world.ts';
import type { Visit } from './visit.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
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

/** To people of the common clock: a rehearsed person's says nothing about a sender that all share. */
const note = (
  change: Record<string, unknown> = {},
  more: { personId?: string; phone?: string; rehearsed?: true } = {},
) => world.offer({ with: { template: 'delivery_note', ...change }, rehearsed: false, ...more });

async function personWrites({ personId }: Visit, at: number): Promise<void> {
  const key = { personId, senderId: world.sender };
  await inTransaction((trx) => rememberInbound(trx, key, { at: new Date(at) }));
}

/** Meta answers the next message to this person with the code. */
function refuseNext({ phone }: Visit, code: string): void {
  world.meta.script(phone, { do: 'refuse', code: Number(code) }, { do: 'deliver' });
}

describe('an error that is about the sender', () => {
  test.each([
    ['131048', 'limit.sender', 'business-initiated', 'sender'],
    ['131042', 'account', 'payment', 'account'],
    ['368', 'account', 'all', 'account'],
    ['131031', 'account', 'all', 'account'],
    ['131064', 'limit.sender', 'utility-templates', 'account'],
  ])(
    '%s holds back all that would meet it too, for two hours at first, and asks Meta again then',
    async (code, outcome, kind, scope) => {
      const [met, next] = [await note(), await note()];
      refuseNext(met, code);
      expect(await met.execute(noon)).toMatchObject({ status: 'settled', outcome, code });
      expect(await next.execute(noon + minute)).toMatchObject({
        status: 'parked',
        policy: 'restrictions',
        until: noon + 2 * hour,
      });
      expect(next.posts()).toBe(0);
      const [row] = await world.store.selectFrom('restriction').selectAll().execute();
      expect(row).toMatchObject({ kind, scope, reason: code, strikes: 1 });
      const again = await note();
      refuseNext(next, code);
      await next.execute(noon + 2 * hour);
      expect(await again.execute(noon + 2 * hour)).toMatchObject({ until: noon + 6 * hour });
      expect(await again.execute(noon + 6 * hour)).toMatchObject({ status: 'accepted' });
    },
  );

  describe('is believed for two hours; then', () => {
    const probeEnd = noon + 2 * hour + 10 * minute;
    let probe: Visit;
    let next: Visit;

    beforeEach(async () => {
      const met = await note();
      [probe, next] = [await note(), await note()];
      refuseNext(met, '131048');
      await met.execute(noon);
      expect(await probe.execute(noon + 2 * hour)).toMatchObject({ status: 'accepted' });
      expect(await next.execute(noon + 2 * hour)).toMatchObject({
        ...{ status: 'parked', policy: 'restrictions', until: probeEnd },
      });
    });

    test('one message goes first, and the others follow once Meta has let it pass', async () => {
      await probe.status('sent', { at: noon + 2 * hour + minute });
      const wake = await world.store
        .selectFrom('inbox')
        .select('payload')
        .where('kind', '=', 'wake')
        .orderBy('id', 'desc')
        .executeTakeFirst();
      expect(wake?.payload).toMatchObject({ runs: expect.arrayContaining([next.runId]) });
      expect(await next.execute(noon + 2 * hour + minute)).toMatchObject({ status: 'accepted' });
      expect(await (await note()).execute(noon + 2 * hour + minute)).toMatchObject({ status: 'accepted' });
    });

    test('the pause grows when that message meets the code again', async () => {
      await probe.status('failed', { at: noon + 2 * hour + minute, code: '131048' });
      expect(await next.execute(noon + 2 * hour + minute)).toMatchObject({
        until: noon + 6 * hour + minute,
      });
      expect(next.posts()).toBe(0);
    });

    test('another one goes when nothing is heard of it', async () => {
      expect(await next.execute(probeEnd)).toMatchObject({ status: 'accepted' });
      expect(await (await note()).execute(probeEnd)).toMatchObject({ until: probeEnd + 10 * minute });
    });

    test('of many that come in one moment, one goes', async () => {
      const visits = await Promise.all(Array.from({ length: 6 }, () => note()));
      const answers = await Promise.all(visits.map((visit) => visit.execute(probeEnd)));
      expect(answers.filter(({ status }) => status === 'accepted')).toHaveLength(1);
    });

    test('answers within a window go, and find out nothing', async () => {
      const reply = await world.visit('whatsapp.message', { text: 'Hello', within: '1h' });
      await personWrites(reply, noon + 2 * hour);
      expect(await reply.execute(noon + 2 * hour + minute)).toMatchObject({ status: 'accepted' });
    });

    test('nobody has to find out after a day', async () => {
      await probe.status('failed', { at: noon + 2 * hour + minute, code: '131048' });
      const visits = [await note({ expires: '3d' }), await note({ expires: '3d' })];
      for (const visit of visits) {
        expect(await visit.execute(noon + 31 * hour)).toMatchObject({ status: 'accepted' });
      }
    });
  });

  test('a message that the portfolio holds back finds out nothing, and leaves it to another', async () => {
    const met = await note();
    refuseNext(met, '131048');
    await met.execute(noon);
    const later = noon + 2 * hour;
    const full = { id: world.meta.senders[0].businessAccountId, full_until: new Date(later + hour) };
    await world.store.insertInto('portfolio').values(full).execute();
    expect(await (await note()).execute(later)).toMatchObject({ status: 'parked', policy: 'portfolio' });
    await world.store.deleteFrom('portfolio').execute();
    expect(await (await note()).execute(later)).toMatchObject({ status: 'accepted' });
  });

  test('130497 bars one country and no other', async () => {
    const met = await note({}, { phone: '+5511955501234' });
    refuseNext(met, '130497');
    expect(await met.execute(noon)).toMatchObject({ outcome: 'account' });
    const neighbour = await note({}, { phone: '+5511955501235' });
    expect(await neighbour.execute(noon)).toMatchObject({
      outcome: 'account',
      attempted: false,
      policy: 'restrictions',
    });
    expect(await (await note()).execute(noon)).toMatchObject({ status: 'accepted' });
  });

  test('met by a rehearsed person counts from now, not from their clock', async () => {
    const rehearsed = await note({}, { rehearsed: true });
    refuseNext(rehearsed, '131048');
    const before = Date.now();
    await rehearsed.execute(noon);
    const [row] = await world.store.selectFrom('restriction').select('since').execute();
    expect(row?.since.getTime()).toBeGreaterThanOrEqual(before);
  });

  test('told by webhooks for all that was in flight counts once', async () => {
    const visits = await Promise.all(Array.from({ length: 5 }, () => note()));
    for (const visit of visits) await visit.execute(noon);
    for (const visit of visits) await visit.status('failed', { at: noon + minute, code: '131048' });
    const [row] = await world.store.selectFrom('restriction').selectAll().execute();
    expect(row).toMatchObject({ strikes: 1, until: new Date(noon + minute + 2 * hour) });
  });
});
