// A person is known by whichever of phone, business-scoped id and parent id comes, and is followed when one changes.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApplyIdentity } from '../../src/inbox/apply-identity.ts';
import { createApplyInbound } from '../../src/inbox/apply-inbound.ts';
import { insertInboxItems } from '../../src/store/inbox.ts';
import type { WebhookPerson } from '../../src/whatsapp/webhook/items.ts';
import { createSendWorld, hour, noon, type SendWorld } from '../activities/engine/send-world.ts';
import { silent } from '../support/inbox-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
});
afterAll(() => world.stop());

const apply = {
  inbound: createApplyInbound({ log: silent }),
  identity: createApplyIdentity({ log: silent }),
};

function take(kind: 'inbound' | 'identity', payload: Record<string, unknown>) {
  const item = { id: '7', key: 'test', kind, failures: 0, receivedAt: new Date(noon), payload };
  return world.store.transaction().execute((trx) => apply[kind](trx, item, { now: () => noon }));
}

const writes = (from: WebhookPerson, at = noon, more: object = {}) =>
  take('inbound', {
    from: { ...from },
    phoneNumberId: world.meta.senders[0].phoneNumberId,
    type: 'text',
    atMs: at,
    ...more,
  });
const changes = (from: WebhookPerson, to: WebhookPerson, at = noon) =>
  take('identity', { from: { ...from }, to: { ...to }, atMs: at });

/** Somebody whose answer waits for them to write. */
const parked = async (options: { phone?: string | null } = {}) => {
  const visit = await world.visit('whatsapp.message', { text: 'Hello' }, options);
  await visit.execute(noon);
  return visit;
};
const personOf = (id: string) =>
  world.store
    .selectFrom('person')
    .select(['phone', 'business_scoped_user_id as userId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

let ids = 0;
const newId = (prefix = 'KR.') => `${prefix}${++ids}`;

describe('who writes', () => {
  test('is known by the id that came beside their phone before', async () => {
    const { phone, runId, personId } = await parked();
    const userId = newId();
    const parentUserId = newId('KR.ENT.');
    await writes({ phone, userId, parentUserId });
    expect(await personOf(personId)).toEqual({ phone, userId });
    expect(await writes({ userId })).toMatchObject([{ runId, signal: 'inbound' }]);
    expect(await writes({ parentUserId })).toMatchObject([{ runId, signal: 'inbound' }]);
    expect(await writes({ userId: newId() })).toEqual([]);
  });

  test('is known by an id that a status of our message told', async () => {
    const { runId, phone, ...visit } = await world.offer();
    await visit.execute(noon);
    const userId = newId();
    await visit.status('sent', { at: noon, recipient: { phone, userId } });
    expect(await writes({ userId }, noon + hour)).toMatchObject([{ runId, signal: 'evidence' }]);
  });

  test('gives the phone that we did not have', async () => {
    const { personId, phone, ...visit } = await parked();
    const userId = newId();
    await writes({ phone, userId });
    await world.store.updateTable('person').set({ phone: null }).where('id', '=', personId).execute();
    await writes({ phone: '+821055550001', userId });
    expect(await personOf(personId)).toEqual({ phone: '+821055550001', userId });
    expect((await visit.memory())?.window_ends_at).toEqual(new Date(noon + 24 * hour));
  });

  test('whose id and phone lead to two persons is the one with the phone, and nothing is learnt', async () => {
    const first = await parked();
    const second = await parked();
    const userId = newId();
    await writes({ phone: first.phone, userId });
    expect(await writes({ phone: second.phone, userId })).toMatchObject([{ runId: second.runId }]);
    expect(await personOf(second.personId)).toEqual({ phone: second.phone, userId: null });
    expect(await writes({ userId })).toMatchObject([{ runId: first.runId }]);
  });
});

describe('a changed number', () => {
  test('is the person’s from then on, wakes who is parked, and keeps what was sent', async () => {
    const { phone, runId, personId } = await parked();
    const to = { phone: '+821055550002', userId: newId() };
    const wake = { runId, signal: 'wake', body: { reason: 'identity' } };
    expect(await changes({ phone }, to)).toEqual([wake]);
    expect(await personOf(personId)).toEqual(to);
    expect(await writes({ phone: to.phone })).toMatchObject([{ runId }]);
    expect(await changes({ phone }, to)).toEqual([]);
  });

  test('that another person has leaves both as they are', async () => {
    const one = await parked();
    const other = await parked();
    expect(await changes({ phone: one.phone }, { phone: other.phone })).toEqual([]);
    expect(await personOf(one.personId)).toEqual({ phone: one.phone, userId: null });
    expect(await personOf(other.personId)).toEqual({ phone: other.phone, userId: null });
  });

  test('of addresses that two persons have leaves both as they are', async () => {
    const one = await parked({ phone: null });
    const userId = newId();
    await world.store
      .updateTable('person')
      .set({ business_scoped_user_id: userId })
      .where('id', '=', one.personId)
      .execute();
    const other = await parked();
    expect(await changes({ phone: other.phone, userId }, { phone: '+821077770001' })).toEqual([]);
    expect(await personOf(other.personId)).toEqual({ phone: other.phone, userId: null });
    expect(await personOf(one.personId)).toEqual({ phone: null, userId });
  });

  test('of a stranger changes nothing', async () => {
    expect(await changes({ phone: '+821099999999' }, { phone: '+821099999998' })).toEqual([]);
  });
});

describe('changes told in any order', () => {
  /** Each as the dispatcher sees it: stored, then applied. */
  async function hear(item: Record<string, unknown>): Promise<void> {
    await insertInboxItems(world.store, [
      { key: `${item['key']}`, kind: 'identity', shard: 0, payload: item },
    ]);
    await take('identity', item);
  }

  test('lead to the last number and the last id', async () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    const repeats = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(order, repeats, async (once, again) => {
        const { phone, personId } = await parked();
        const run = newId('');
        const known = [
          { phone },
          ...[1, 2].map((step) => ({
            phone: `+8210${60_000_000 + Number(run) * 10 + step}`,
            userId: newId(),
          })),
          { userId: newId() },
          { userId: newId() },
        ];
        const told = known.slice(1).map((to, step) => ({
          ...{ kind: 'identity', key: `identity:${run}:${step}`, atMs: noon + step * hour },
          ...{ from: known[step], to },
        }));
        for (const step of [...once, ...again]) await hear(told[step] as (typeof told)[number]);
        expect(await personOf(personId)).toEqual({ phone: known[2]?.phone, userId: known[4]?.userId });
      }),
      { numRuns: 30 },
    );
  });

  test('do not follow a number to whoever had it before', async () => {
    const { phone, personId } = await parked();
    const recycled = '+821055550009';
    const before = { kind: 'identity', key: 'identity:before', atMs: noon - hour };
    await hear({ ...before, from: { phone: recycled }, to: { phone: '+821055550010' } });
    await hear({ ...before, key: 'identity:now', atMs: noon, from: { phone }, to: { phone: recycled } });
    expect(await personOf(personId)).toMatchObject({ phone: recycled });
  });
});

describe('a changed id', () => {
  test('leads to the person as the one before does, in whatever order they come', async () => {
    const { phone, runId, personId } = await parked();
    const [old, renewed] = [newId(), newId()];
    await writes({ phone, userId: old });
    await changes({ userId: old }, { userId: renewed }, noon + hour);
    expect(await personOf(personId)).toEqual({ phone, userId: renewed });
    // A webhook from before the change, delivered late.
    await writes({ phone, userId: old }, noon);
    expect(await personOf(personId)).toEqual({ phone, userId: renewed });
    expect(await writes({ userId: old })).toMatchObject([{ runId }]);
    expect(await writes({ userId: renewed })).toMatchObject([{ runId }]);
  });

  test('that we hear of before the one it replaces stays the address', async () => {
    const { phone, personId } = await parked();
    const [old, renewed] = [newId(), newId()];
    await changes({ phone }, { userId: renewed }, noon + hour);
    await writes({ phone, userId: old }, noon);
    expect(await personOf(personId)).toEqual({ phone, userId: renewed });
  });
});

test('a call opens the window, and is no reply to what was sent', async () => {
  const visit = await world.offer({ with: { await: 'replied' } });
  await visit.execute(noon);
  expect(await writes({ phone: visit.phone }, noon + hour, { type: 'call' })).toEqual([]);
  expect((await visit.memory())?.window_ends_at).toEqual(new Date(noon + 25 * hour));
});
