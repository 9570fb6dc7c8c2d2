// What Meta's webhooks about accounts and numbers do, from the signed body's split to the woken runs.

import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createInboundMeter, type InboundMeter } from '../../src/inbox/inbound-meter.ts';
import { toInboxItems } from '../../src/inbox/webhook-item.ts';
import { createId } from '../../src/store/ids.ts';
import { insertInboxItems } from '../../src/store/inbox.ts';
import { listNotices } from '../../src/store/notices.ts';
import { findDailyLimit } from '../../src/store/portfolios.ts';
import { listRestrictions } from '../../src/store/restrictions.ts';
import { askSenderRate } from '../../src/store/sender-rate.ts';
import { findSenderById } from '../../src/store/senders.ts';
import { policySettingsSchema } from '../../src/whatsapp/policy-settings.ts';
import { splitWebhook } from '../../src/whatsapp/webhook/split-webhook.ts';
import { applyNothing, createInboxWorld, type InboxWorld, silent } from '../support/inbox-world.ts';
import { patient } from './journeys.ts';

let world: InboxWorld;
beforeAll(async () => {
  world = await createInboxWorld(policySettingsSchema.parse({ portfolio: { limitCodes: ['131048'] } }));
  await world.publish(patient);
});
afterAll(() => world.close());

const at = Date.UTC(2026, 4, 4, 3);
const hour = 60 * 60 * 1_000;
let account = '';
let sender = '';
let number = '';

beforeEach(async () => {
  sender = createId('sdr');
  account = `waba-${sender}`;
  number = `phone-${sender}`;
  const values = { id: sender, channel: 'whatsapp' as const, provider_id: number, account_id: account };
  await world.store.insertInto('sender').values(values).execute();
});

async function hear(field: string, value: Record<string, unknown>, time = at): Promise<void> {
  const entry = [{ id: account, time: time / 1_000, changes: [{ field, value }] }];
  const { items } = splitWebhook({ object: 'whatsapp_business_account', entry });
  await insertInboxItems(world.store, toInboxItems(items));
  await world.drain();
}

/** A run whose message waits at the gate. */
async function parked(policy: string): Promise<string> {
  const person = await world.person(createId('per'));
  const run = await world.running('patient', person);
  const send = {
    id: createId('snd'),
    run_id: run,
    node: 'step',
    visit: 1,
    person_id: person,
    sender_id: sender,
  };
  const message = { channel: 'whatsapp' as const, category: 'utility' as const, awaits: 'delivered' };
  const wait = { state: 'parked' as const, policy, expires_at: new Date(at + 24 * hour) };
  await world.store
    .insertInto('send')
    .values({ ...send, ...message, ...wait })
    .execute();
  return run;
}

const holding = async (now: number) =>
  (await listRestrictions(world.store, { senderId: sender, accountId: account }, new Date(now))).map(
    ({ kind }) => kind,
  );

const restricted = (restriction_type: string, expiration?: number) => ({
  event: 'ACCOUNT_RESTRICTION',
  restriction_info: [
    { restriction_type, ...(expiration === undefined ? {} : { expiration: expiration / 1_000 }) },
  ],
});

describe('a restriction', () => {
  test('holds until its end, and its operator is told', async () => {
    await hear('account_update', restricted('RESTRICTED_BIZ_INITIATED_MESSAGING', at + 24 * hour));
    expect(await holding(at + hour)).toEqual(['business-initiated']);
    expect(await holding(at + 24 * hour)).toEqual([]);
    const notices = await listNotices(world.store, { senderId: sender, accountId: account }, 10);
    expect(notices).toMatchObject([
      {
        event: 'ACCOUNT_RESTRICTION',
        severity: 'critical',
        facts: {
          restrictions: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
          until: new Date(at + 24 * hour).toISOString(),
        },
      },
    ]);
  });

  test('without an end is a soft lock', async () => {
    await hear('account_update', restricted('RESTRICTED_BIZ_INITIATED_MESSAGING'));
    expect(await holding(at + 1_000 * hour)).toEqual(['soft-lock']);
  });

  test('of an account that is disabled ends when it is reinstated, which wakes who waited', async () => {
    await hear('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } });
    expect(await holding(at + hour)).toEqual(['all']);
    const run = await parked('restrictions');
    const elsewhere = await parked('window');
    await hear(
      'account_update',
      { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } },
      at + hour,
    );
    await world.drain();
    expect(await holding(at + 2 * hour)).toEqual([]);
    expect(world.runs.bodiesOf(run)).toEqual([{ reason: 'sender' }]);
    expect(world.runs.bodiesOf(elsewhere)).toEqual([]);
  });

  test('is over when the news of its end came first', async () => {
    await hear('account_update', { event: 'ACCOUNT_RECONNECTED' }, at + hour);
    await hear('account_update', { event: 'ACCOUNT_OFFBOARDED' }, at);
    expect(await holding(at + 2 * hour)).toEqual([]);
  });

  test('that began between two ends of which the older is told later is over too', async () => {
    await hear('account_update', { event: 'ACCOUNT_OFFBOARDED' }, at);
    await hear('account_update', { event: 'ACCOUNT_RECONNECTED' }, at + 3 * hour);
    await hear('account_update', { event: 'ACCOUNT_RECONNECTED' }, at + hour);
    await hear('account_update', { event: 'ACCOUNT_OFFBOARDED' }, at + 2 * hour);
    expect(await holding(at + 4 * hour)).toEqual([]);
  });

  test('of somebody else’s account is nothing to us', async () => {
    const own = account;
    account = 'waba-of-others';
    await hear('account_update', { event: 'ACCOUNT_DELETED' });
    expect(await listNotices(world.store, { senderId: sender, accountId: account }, 10)).toEqual([]);
    account = own;
    expect(await holding(at + hour)).toEqual([]);
  });
});

describe('a limit', () => {
  test('of people a day is the portfolio’s, and a raise wakes who waited for a place', async () => {
    await hear('business_capability_update', { max_daily_conversations_per_business: 'TIER_250' });
    const run = await parked('portfolio');
    await hear('business_capability_update', { max_daily_conversations_per_business: 2_000 }, at + hour);
    await hear('business_capability_update', { max_daily_conversations_per_business: 'TIER_250' }, at);
    await world.drain();
    expect(await findDailyLimit(world.store, account)).toBe(2_000);
    expect(world.runs.bodiesOf(run)).toContainEqual({ reason: 'sender' });
  });

  test('of messages a second is raised by an upgrade, also for those who hold places', async () => {
    const campaign = Array.from(
      { length: 640 },
      () => ({ ask: 'take', category: 'marketing', onlySoon: false }) as const,
    );
    const places = await askSenderRate(world.store, sender, campaign);
    const last = places.at(-1)?.place ?? { lane: 'marketing', number: 0 };
    await hear('phone_number_quality_update', {
      event: 'THROUGHPUT_UPGRADE',
      display_phone_number: '15550100123',
    });
    expect((await findSenderById(world.store, sender))?.perSecond).toBe(1_000);
    const [kept] = await askSenderRate(world.store, sender, [{ ask: 'keep', place: last }]);
    expect(kept?.waitMs).toBeLessThan(2_000);
  });
});

describe('a rate that Meta tells', () => {
  const events = ['ONBOARDING', 'THROUGHPUT_UPGRADE'] as const;
  const rateOf = async () => (await findSenderById(world.store, sender))?.perSecond;

  test('is the newest, whatever order the webhooks come in', async () => {
    const told = fc.array(
      fc.record({ event: fc.constantFrom(...events), hours: fc.integer({ min: 1, max: 9 }) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(told, async (webhooks) => {
        await world.store
          .updateTable('sender')
          .set({ per_second: 80, per_second_at: null })
          .where('id', '=', sender)
          .execute();
        await world.store.deleteFrom('inbox').execute();
        for (const { event, hours } of webhooks) {
          await hear('phone_number_quality_update', { event }, at + hours * hour);
        }
        const newest = Math.max(...webhooks.map(({ hours }) => hours));
        const last = webhooks.filter(({ hours }) => hours === newest);
        const isRaised = last.some(({ event }) => event === 'THROUGHPUT_UPGRADE');
        expect(await rateOf()).toBe(isRaised ? 1_000 : 80);
      }),
      { numRuns: 30 },
    );
  });

  test('does not change what an operator has set, and wakes nobody by what changes nothing', async () => {
    const set = { per_second: 20, per_second_set: true };
    await world.store.updateTable('sender').set(set).where('id', '=', sender).execute();
    const run = await parked('sender-rate');
    await hear('phone_number_quality_update', { event: 'THROUGHPUT_UPGRADE' });
    await world.drain();
    expect(await rateOf()).toBe(20);
    expect(world.runs.bodiesOf(run)).toEqual([]);
  });
});

test('a rate of another number of the account is nothing to ours', async () => {
  await world.store
    .updateTable('sender')
    .set({ display_phone: '15550100123' })
    .where('id', '=', sender)
    .execute();
  const upgrade = { event: 'THROUGHPUT_UPGRADE', display_phone_number: '15550100999' };
  await hear('phone_number_quality_update', upgrade);
  expect((await findSenderById(world.store, sender))?.perSecond).toBe(80);
});

test('an error beside messages slows its number down', async () => {
  const value = { metadata: { phone_number_id: number }, errors: [{ code: 130429 }] };
  await hear('messages', value);
  const rate = await world.store
    .selectFrom('sender_rate')
    .selectAll()
    .where('sender_id', '=', sender)
    .executeTakeFirst();
  expect(rate?.slowed_to).toBe(40);
});

test('an error beside messages that means the portfolio’s limit fills the portfolio', async () => {
  await hear('messages', { metadata: { phone_number_id: number }, errors: [{ code: 131048 }] });
  const portfolio = world.store.selectFrom('portfolio').select('full_until').where('id', '=', account);
  expect(await portfolio.execute()).toEqual([{ full_until: new Date(at + hour) }]);
});

describe('the meter of what people write', () => {
  const count = (meter: InboundMeter, of: string, messages: number) =>
    world.store.transaction().execute(async (trx) => {
      const payload = { phoneNumberId: of };
      const item = {
        id: '1',
        key: 'a',
        kind: 'inbound' as const,
        payload,
        failures: 0,
        receivedAt: new Date(),
      };
      const apply = meter.count(applyNothing);
      for (let told = 0; told < messages; told += 1) await apply(trx, item, world.clock);
    });
  const measured = async (of = sender) => {
    const { inbound } = await world.store
      .selectFrom('sender_rate')
      .select('inbound')
      .where('sender_id', '=', of)
      .executeTakeFirstOrThrow();
    return Object.values(inbound).map(({ perSecond }) => perSecond);
  };
  const hasSent = (id: string) =>
    askSenderRate(world.store, id, [{ ask: 'take', category: 'service', onlySoon: false }]);

  test('tells it to the number’s rate once a second, and that it has stopped', async () => {
    await hasSent(sender);
    const meters = Array.from({ length: 2 }, () => createInboundMeter({ store: world.store, log: silent }));
    for (const meter of meters) await count(meter, number, 30);
    for (const meter of meters) await meter.flush(1);
    expect(await measured()).toEqual([30, 30]);
    for (const meter of meters) await meter.flush(1);
    expect(await measured()).toEqual([]);
  });

  test('tells the other numbers where one can’t be told, and that one when it can', async () => {
    const other = createId('sdr');
    const values = { id: other, channel: 'whatsapp' as const, provider_id: `phone-${other}` };
    await world.store.insertInto('sender').values(values).execute();
    for (const id of [sender, other]) await hasSent(id);
    const meter = createInboundMeter({ store: world.store, log: silent });
    await count(meter, number, 30);
    await meter.flush(1);
    const isStuck = sql`check (sender_id <> ${sql.lit(sender)}) not valid`;
    await sql`alter table sender_rate add constraint stuck ${isStuck}`.execute(world.store);
    await count(meter, number, 20);
    await count(meter, `phone-${other}`, 10);
    await meter.flush(1);
    expect([await measured(), await measured(other)]).toEqual([[30], [10]]);
    await sql`alter table sender_rate drop constraint stuck`.execute(world.store);
    await meter.flush(1);
    expect([await measured(), await measured(other)]).toEqual([[], []]);
  });
});
