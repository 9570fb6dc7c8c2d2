// Rules about the number, account and portfolio that write, each at its boundaries.

import { describe, expect, test } from 'vitest';
import { ADA, DAY_MS, RIO, ruled } from './ruled.ts';

const many = (count: number, one: () => Promise<string | number>) =>
  Promise.all(Array.from({ length: count }, one));
const countOf = (ends: readonly (string | number)[], end: string | number) =>
  ends.filter((one) => one === end).length;
const person = (index: number) => `+55219876543${String(index).padStart(2, '0')}`;

describe('the pair limit', () => {
  const on = { pairLimit: { on: true } };

  test('lets a burst of 45 through and then one in six seconds', async () => {
    const { market, advance } = await ruled(on);
    const burst = await many(46, () => market(RIO));
    expect([countOf(burst, 'delivered'), countOf(burst, 131056)]).toEqual([45, 1]);
    advance(5_999);
    expect(await market(RIO)).toBe(131056);
    advance(1);
    expect([await market(RIO), await market(RIO)]).toEqual(['delivered', 131056]);
  });

  test('is of one pair: others are written to meanwhile', async () => {
    const { market } = await ruled({ pairLimit: { on: true, burst: 1 } });
    expect([await market(RIO), await market(RIO), await market(ADA)]).toEqual([
      'delivered',
      131056,
      'delivered',
    ]);
  });
});

describe('the throughput of a number', () => {
  const on = { senderThroughput: { on: true } };

  test('is 80 a second, what comes in counted too', async () => {
    const { market, emulator, advance } = await ruled(on);
    emulator.reply(RIO, 'hi');
    const ends = await many(80, () => market(RIO));
    expect([countOf(ends, 'delivered'), countOf(ends, 130429)]).toEqual([79, 1]);
    advance(999);
    expect(await market(RIO)).toBe(130429);
    advance(1);
    expect(await market(RIO)).toBe('delivered');
  });

  test('is 20 for a number of the business app, and more for an upgraded one', async () => {
    const { market, emulator, advance } = await ruled(on);
    emulator.setNumber({ isOnBusinessApp: true });
    expect(countOf(await many(21, () => market(RIO)), 130429)).toBe(1);
    advance(1_000);
    emulator.setNumber({ isOnBusinessApp: false, throughput: 'HIGH' });
    expect(countOf(await many(81, () => market(RIO)), 130429)).toBe(0);
    expect(emulator.rules.senderThroughput.high).toBe(1_000);
  });
});

describe('the limit of the portfolio', () => {
  test('is of different people outside their windows in a moving day', async () => {
    const { market, emulator, advance } = await ruled({ portfolioLimit: { on: true, people: 2 } });
    emulator.reply(person(9), 'hi');
    expect(await market(person(9))).toBe('delivered');
    expect(await market(person(1))).toBe('delivered');
    advance(1);
    expect([await market(person(2)), await market(person(1)), await market(person(3))]).toEqual([
      'delivered',
      'delivered',
      131048,
    ]);
    advance(DAY_MS - 1);
    expect(await market(person(3))).toBe(131048);
    advance(1);
    expect([await market(person(3)), await market(person(4)), await market(person(5))]).toEqual([
      'delivered',
      'delivered',
      131048,
    ]);
  });

  test('is that of the number unless set; code and surface are settings', async () => {
    const { market, emulator } = await ruled({
      portfolioLimit: { on: true, code: 130429, surface: 'answer' },
    });
    emulator.setNumber({ messagingLimit: 'TIER_250' });
    const people = Array.from({ length: 251 }, (_, index) => `+5521${String(987_000_000 + index)}`);
    const ends = await Promise.all(people.map((to) => market(to)));
    expect([countOf(ends, 'delivered'), countOf(ends, 130429)]).toEqual([250, 1]);
    expect(emulator.messages(people[250] ?? '')).toEqual([]);
  });
});

describe('a restricted account', () => {
  const until = '2026-11-03T09:00:00Z';

  test('may not begin conversations until the restriction ends; answers pass', async () => {
    const { market, text, emulator, advance } = await ruled({});
    emulator.setAccount({
      restrictions: [{ type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiresAt: until }],
    });
    expect(await market(RIO)).toBe(368);
    emulator.reply(ADA, 'hi');
    expect(await text(ADA)).toBe('delivered');
    advance(DAY_MS - 1);
    expect(await market(RIO)).toBe(368);
    advance(1);
    expect(await market(RIO)).toBe('delivered');
  });

  test('may be barred from answers, utility templates and Direct Send one by one', async () => {
    const { market, text, emulator, client } = await ruled(
      {},
      { templateCategories: { receipt: 'utility' } },
    );
    emulator.reply(ADA, 'hi');
    emulator.setAccount({ restrictions: [{ type: 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING' }] });
    expect([await text(ADA), await market(RIO)]).toEqual([368, 'delivered']);
    emulator.setAccount({ restrictions: [{ type: 'RESTRICTED_UTILITY_TEMPLATES' }] });
    expect([await market(RIO, 'receipt'), await market(RIO)]).toEqual([131064, 'delivered']);
    emulator.setAccount({
      directSend: true,
      restrictions: [{ type: 'RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES' }],
    });
    const direct = {
      messaging_product: 'whatsapp',
      to: ADA,
      type: 'text',
      text: { body: 'a' },
      category: 'utility',
    };
    expect((await client.post(direct)).body.error?.code).toBe(139200);
  });

  test('that is softly locked answers people, and goes on when that is acknowledged', async () => {
    const { market, text, emulator, receiver } = await ruled({ changeWebhooks: { on: true } });
    emulator.setAccount({ softLock: true });
    emulator.reply(ADA, 'hi');
    expect([await market(RIO), await text(ADA)]).toEqual([131031, 'delivered']);
    emulator.setAccount({ softLock: false });
    expect(await market(RIO)).toBe('delivered');
    const told = receiver.changes().filter(({ field }) => field === 'account_update');
    expect(told.map(({ value }) => value)).toEqual([
      {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING' }],
      },
    ]);
  });
});
