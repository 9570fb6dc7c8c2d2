// Rules about the person who is written to, each at its boundaries.

import { describe, expect, test } from 'vitest';
import { ADA, DAY_MS, HOUR_MS, RIO, ruled } from './ruled.ts';

const SEOUL_SENDER = {
  phoneNumberId: '100000000000009',
  displayPhoneNumber: '82212345678',
  businessAccountId: '200000000000009',
};

describe('the limit of marketing per person', () => {
  const on = { userMarketingLimit: { on: true, deliveries: 2 } };

  test('withholds what is more than the limit, for a day', async () => {
    const { market, advance } = await ruled(on);
    expect([await market(RIO), await market(RIO), await market(RIO)]).toEqual([
      'delivered',
      'delivered',
      131049,
    ]);
    advance(DAY_MS);
    expect(await market(RIO)).toBe('delivered');
  });

  test('ends 24 hours after the last try, not the first', async () => {
    const { market, advance, emulator } = await ruled(on);
    for (let count = 0; count < 3; count += 1) await market(RIO);
    advance(23 * HOUR_MS);
    expect(await market(RIO)).toBe(131049);
    advance(24 * HOUR_MS - 1);
    expect(await market(RIO)).toBe(131049);
    advance(24 * HOUR_MS);
    expect(await market(RIO)).toBe('delivered');
    expect(emulator.received(RIO)).toHaveLength(3);
  });

  test('counts what reached the person, by all numbers', async () => {
    const { market, emulator } = await ruled(on);
    emulator.script(RIO, { do: 'fail', code: 131026 }, { do: 'deliver' });
    expect([await market(RIO), await market(RIO), await market(RIO), await market(RIO)]).toEqual([
      131026,
      'delivered',
      'delivered',
      131049,
    ]);
  });

  test('is lifted by an answer: in the window nothing is withheld or counted', async () => {
    const { market, emulator, advance } = await ruled(on);
    for (let count = 0; count < 3; count += 1) await market(RIO);
    emulator.reply(RIO, 'hi');
    expect([await market(RIO), await market(RIO)]).toEqual(['delivered', 'delivered']);
    advance(DAY_MS);
    expect([await market(RIO), await market(RIO), await market(RIO)]).toEqual([
      'delivered',
      'delivered',
      131049,
    ]);
  });

  test('is not for utility templates, nor where sender or recipient is exempt', async () => {
    const none = { userMarketingLimit: { on: true, deliveries: 0 } };
    const world = await ruled(none, { templateCategories: { receipt: 'utility' } });
    expect(await world.market(RIO, 'receipt')).toBe('delivered');
    for (const to of [ADA, '+4915112345678', '+447700900123', '+819012345678', '+354 611 1234', 'FR.42']) {
      expect(await world.market(to), to).toBe('delivered');
    }
    for (const to of [RIO, '+41791234567', '+14165550123', 'CH.42']) {
      expect(await world.market(to), to).toBe(131049);
    }
    const korean = await ruled(none, { senders: [SEOUL_SENDER] });
    expect(await korean.market(RIO)).toBe('delivered');
  });
});

describe('the pause of marketing to US numbers', () => {
  test.each([
    ['+12125550123', 131049],
    ['+18005550123', 131049],
    ['US.13491208655302741918', 131049],
    ['+14165550123', 'delivered'],
    ['+18765550123', 'delivered'],
    ['+17875550123', 'delivered'],
    ['+16715550123', 'delivered'],
    ['CA.13491208655302741918', 'delivered'],
    [ADA, 'delivered'],
  ])('for %s ends with %s', async (to, end) => {
    const { market } = await ruled({ usPause: { on: true } });
    expect(await market(to)).toBe(end);
  });

  test('is of marketing only, and its area codes can be set', async () => {
    const { market, emulator } = await ruled(
      { usPause: { on: true } },
      { templateCategories: { receipt: 'utility' } },
    );
    expect(await market('+12125550123', 'receipt')).toBe('delivered');
    emulator.setRules({ usPause: { exemptAreaCodes: ['212'] } });
    expect([await market('+12125550123'), await market('+14165550123')]).toEqual(['delivered', 131049]);
  });
});

describe('the experiment group', () => {
  test('never gets marketing, but in an open window', async () => {
    const { market, emulator, advance } = await ruled({
      experimentGroup: { on: true, share: 0, phones: [RIO] },
    });
    expect([await market(RIO), await market(RIO), await market(ADA)]).toEqual([130472, 130472, 'delivered']);
    emulator.reply(RIO, 'hi');
    advance(DAY_MS - 1);
    expect(await market(RIO)).toBe('delivered');
    advance(1);
    expect(await market(RIO)).toBe(130472);
  });

  test('is a share of all people, always the same ones', async () => {
    const { market } = await ruled({ experimentGroup: { on: true, share: 0.5 } });
    const people = Array.from({ length: 40 }, (_, index) => `+55219876543${String(index).padStart(2, '0')}`);
    const ends = await Promise.all(people.map((to) => market(to)));
    const members = ends.filter((end) => end === 130472).length;
    expect(members).toBeGreaterThan(8);
    expect(members).toBeLessThan(32);
    expect(await Promise.all(people.map((to) => market(to)))).toEqual(ends);
  });
});

describe('a person who stopped marketing', () => {
  test('gets none, in a window neither, until they resume it; utility comes through', async () => {
    const { market, emulator, receiver } = await ruled({}, { templateCategories: { receipt: 'utility' } });
    emulator.prefer(RIO, 'stop');
    emulator.reply(RIO, 'where is it?');
    expect([await market(RIO), await market(RIO, 'receipt')]).toEqual([131050, 'delivered']);
    emulator.prefer(RIO, 'resume');
    expect(await market(RIO)).toBe('delivered');
    const told = receiver.changes().filter(({ field }) => field === 'user_preferences');
    expect(told.map(({ value }) => value)).toMatchObject([
      { user_preferences: [{ wa_id: RIO.slice(1), category: 'marketing_messages', value: 'stop' }] },
      { user_preferences: [{ value: 'resume', timestamp: expect.any(Number) }] },
    ]);
  });
});

describe('reaching a person', () => {
  test('fails with 131026 where nobody is on WhatsApp', async () => {
    const { market, emulator } = await ruled({});
    emulator.setPresence(RIO, 'not-on-whatsapp');
    expect(await market(RIO)).toBe(131026);
    emulator.setPresence(RIO, 'online');
    expect(await market(RIO)).toBe('delivered');
  });

  test('takes until the phone is back; after the time to live nothing is ever heard', async () => {
    const { market, emulator, advance, receiver } = await ruled({});
    emulator.setPresence(RIO, 'away');
    expect(await market(RIO)).toBe('sent');
    advance(30 * DAY_MS - 1);
    expect(await market(RIO)).toBe('sent');
    emulator.setPresence(RIO, 'online');
    await emulator.idle();
    expect(emulator.received(RIO)).toHaveLength(2);

    emulator.setPresence(RIO, 'away');
    await market(RIO);
    advance(30 * DAY_MS);
    const heard = receiver.statuses().length;
    emulator.setPresence(RIO, 'online');
    await emulator.idle();
    expect([emulator.received(RIO).length, receiver.statuses().length]).toEqual([2, heard]);
  });

  test.each([
    [599_999, 1],
    [600_000, 0],
  ])('with a one-time code takes ten minutes at most: after %i ms it arrives %i times', async (ms, times) => {
    const { market, emulator, advance } = await ruled({}, { templateCategories: { code: 'authentication' } });
    emulator.setPresence(RIO, 'away');
    await market(RIO, 'code');
    advance(ms);
    emulator.setPresence(RIO, 'online');
    await emulator.idle();
    expect(emulator.received(RIO)).toHaveLength(times);
  });

  test.each([
    ['UTILITY', 'messages', 0],
    ['MARKETING', 'messages', 1],
    ['MARKETING', 'marketing_messages', 0],
  ] as const)(
    'with a %s template of 12 hours through /%s arrives %i times after them',
    async (category, endpoint, times) => {
      const { client, emulator, advance } = await ruled({});
      emulator.setAccount({ marketingMessagesApi: 'onboarded' });
      await client.graph('POST', `${emulator.senders[0].businessAccountId}/message_templates`, {
        body: {
          ...{ name: 'short', language: 'ko', category, components: [{ type: 'BODY', text: 'Hi' }] },
          message_send_ttl_seconds: 43_200,
        },
      });
      emulator.setTemplate({ name: 'short' }, { status: 'APPROVED' });
      emulator.setPresence(RIO, 'away');
      const template = { name: 'short', language: { code: 'ko' } };
      const message = { messaging_product: 'whatsapp', to: RIO, type: 'template', template };
      expect((await client.post(message, { endpoint })).status).toBe(200);
      advance(12 * HOUR_MS);
      emulator.setPresence(RIO, 'online');
      await emulator.idle();
      expect(emulator.received(RIO)).toHaveLength(times);
    },
  );
});

describe('the service window', () => {
  test('is open at 23:59:59.999 and closed at 24:00:00; a call opens it too', async () => {
    const { text, emulator, advance } = await ruled({});
    expect(await text(RIO)).toBe(131047);
    emulator.reply(RIO, 'hi');
    advance(DAY_MS - 1);
    expect(await text(RIO)).toBe('delivered');
    advance(1);
    expect(await text(RIO)).toBe(131047);
    emulator.call(RIO);
    expect(await text(RIO)).toBe('delivered');
  });
});
