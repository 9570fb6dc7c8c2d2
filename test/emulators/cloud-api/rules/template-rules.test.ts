// Rules about templates, each at its boundaries: the ladder of pauses, pacing, and webhooks of changes.

import { describe, expect, test } from 'vitest';
import type { WebhookReceiver } from '../../webhook-receiver.ts';
import { HOUR_MS, RIO, ruled } from './ruled.ts';

const KEY = { name: 'spring_sale', language: 'ko' };
const sale = { ...KEY, category: 'MARKETING', status: 'APPROVED' };
const templates = [sale];

/** What the account was told of statuses: the event, and why. */
function toldOf(receiver: WebhookReceiver): unknown[] {
  return receiver
    .changes()
    .filter(({ field }) => field === 'message_template_status_update')
    .map(({ value }) => {
      const { event, other_info: info } = value as { event?: string; other_info?: { title: string } };
      return [event, info?.title];
    });
}

describe('the ladder of pauses', () => {
  const on = { templatePause: { on: true } };

  test('pauses for 3 hours, then for 6, then disables, and tells each step', async () => {
    const { market, emulator, advance, receiver } = await ruled(on, { templates });
    emulator.setTemplate(KEY, { qualityScore: 'RED' });
    expect(await market(RIO)).toBe(132015);
    advance(3 * HOUR_MS - 1);
    expect(await market(RIO)).toBe(132015);
    advance(1);
    expect(await market(RIO)).toBe('delivered');
    emulator.setTemplate(KEY, { qualityScore: 'RED' });
    advance(6 * HOUR_MS - 1);
    expect(await market(RIO)).toBe(132015);
    advance(1);
    expect(await market(RIO)).toBe('delivered');
    emulator.setTemplate(KEY, { qualityScore: 'RED' });
    expect(await market(RIO)).toBe(132016);
    advance(1_000 * HOUR_MS);
    expect(await market(RIO)).toBe(132016);
    await emulator.idle();
    expect(toldOf(receiver)).toEqual([
      ['PAUSED', 'FIRST_PAUSE'],
      ['APPROVED', 'UNPAUSE'],
      ['PAUSED', 'SECOND_PAUSE'],
      ['APPROVED', 'UNPAUSE'],
      ['DISABLED', 'DISABLED'],
    ]);
  });

  test('does not stand on YELLOW, and leaves a template alone that was un-paused by hand', async () => {
    const { market, emulator, advance, receiver } = await ruled(on, { templates });
    emulator.setTemplate(KEY, { qualityScore: 'YELLOW' });
    expect(await market(RIO)).toBe('delivered');
    emulator.setTemplate(KEY, { qualityScore: 'RED' });
    emulator.setTemplate(KEY, { status: 'APPROVED' });
    expect(await market(RIO)).toBe('delivered');
    advance(3 * HOUR_MS);
    await emulator.idle();
    expect(toldOf(receiver)).toEqual([['PAUSED', 'FIRST_PAUSE']]);
  });

  test('ends a pause at its own time, not at that of one before', async () => {
    const { market, emulator, advance } = await ruled(on, { templates });
    emulator.setTemplate(KEY, { qualityScore: 'RED' });
    emulator.setTemplate(KEY, { status: 'APPROVED' });
    emulator.setTemplate(KEY, { qualityScore: 'RED' });
    advance(3 * HOUR_MS);
    expect(await market(RIO)).toBe(132015);
    advance(3 * HOUR_MS);
    expect(await market(RIO)).toBe('delivered');
  });

  test('leaves a template paused that pacing paused meanwhile', async () => {
    const both = { ...on, heldForQuality: { on: true, passes: 0 } };
    const { market, emulator, advance } = await ruled(both, { templates });
    emulator.setTemplate(KEY, { qualityScore: 'RED' });
    emulator.setTemplate(KEY, { status: 'APPROVED' });
    expect(await market(RIO)).toBe('held');
    emulator.settleTemplate(KEY.name, 'drop');
    advance(100 * HOUR_MS);
    expect(await market(RIO)).toBe(132015);
  });
});

describe('pacing', () => {
  const pace = (settings: object = {}) => ({
    heldForQuality: { on: true, passes: 1, holds: 2, ...settings },
  });

  test('lets the first out, holds the next ones, and releases them all at once', async () => {
    const { market, emulator } = await ruled(pace(), { templates });
    expect([await market(RIO), await market('+5521900000001'), await market('+5521900000002')]).toEqual([
      'delivered',
      'held',
      'held',
    ]);
    expect(await market('+5521900000003')).toBe('delivered');
    emulator.settleTemplate('spring_sale', 'release');
    await emulator.idle();
    expect([1, 2].map((index) => emulator.received(`+552190000000${index}`).length)).toEqual([1, 1]);
    expect([await market(RIO), await market(RIO)]).toEqual(['delivered', 'delivered']);
  });

  test('drops all that is held with 132015 and pauses the template until somebody un-pauses it', async () => {
    const { market, emulator, advance, client, receiver } = await ruled(pace({ passes: 0 }), { templates });
    await market(RIO);
    await market('+5521900000001');
    await client.control('POST', '/templates/spring_sale/drop');
    await emulator.idle();
    const codes = [RIO, '+5521900000001'].map((to) => emulator.messages(to)[0]?.statuses.at(-1)?.code);
    expect(codes).toEqual([132015, 132015]);
    expect(toldOf(receiver)).toEqual([['PAUSED', 'RATE_LIMITING_PAUSE']]);
    advance(100 * HOUR_MS);
    expect(await market(RIO)).toBe(132015);
    emulator.setTemplate(KEY, { status: 'APPROVED' });
    expect(await market(RIO)).toBe('held');
  });

  test('is over by itself when its verdict is due', async () => {
    const { market, emulator, advance } = await ruled(
      pace({ passes: 0, verdict: 'release', verdictAfterMs: HOUR_MS }),
      { templates },
    );
    expect(await market(RIO)).toBe('held');
    advance(HOUR_MS - 1);
    await emulator.idle();
    expect(emulator.received(RIO)).toEqual([]);
    advance(1);
    await emulator.idle();
    expect(emulator.received(RIO)).toHaveLength(1);
  });

  test('is of each language by itself', async () => {
    const { market, emulator, client, advance } = await ruled(
      pace({ passes: 0, verdict: 'drop', verdictAfterMs: HOUR_MS }),
      { templates: [sale, { ...sale, language: 'en' }] },
    );
    const inEnglish = { name: KEY.name, language: { code: 'en' } };
    const message = { messaging_product: 'whatsapp', to: RIO, type: 'template', template: inEnglish };
    expect(await market(RIO)).toBe('held');
    advance(HOUR_MS);
    expect(await market(RIO)).toBe(132015);
    expect((await client.post(message)).body.messages?.[0]?.message_status).toBe(
      'held_for_quality_assessment',
    );
    emulator.settleTemplate(KEY.name, 'drop');
    expect((await client.post(message)).body.error?.code).toBe(132015);
  });

  test('is not for GREEN templates, nor for utility', async () => {
    const { market, emulator } = await ruled(pace({ passes: 0 }), {
      templates,
      templateCategories: { receipt: 'utility' },
    });
    emulator.setTemplate(KEY, { qualityScore: 'GREEN' });
    expect([await market(RIO), await market(RIO, 'receipt')]).toEqual(['delivered', 'delivered']);
  });

  test('has nothing to settle where nothing is held', async () => {
    const { emulator } = await ruled(pace());
    expect(() => emulator.settleTemplate('spring_sale', 'drop')).toThrow(
      expect.objectContaining({ code: 'EMULATOR_NOTHING_HELD' }),
    );
  });
});

describe('webhooks of changes', () => {
  test('tell what a script made of templates and numbers, once each', async () => {
    const { emulator, receiver } = await ruled({ changeWebhooks: { on: true } }, { templates });
    emulator.setTemplate(KEY, { qualityScore: 'YELLOW' });
    emulator.setTemplate(KEY, { category: 'UTILITY' });
    emulator.setTemplate(KEY, { category: 'UTILITY', status: 'DISABLED' });
    emulator.setNumber({ throughput: 'HIGH' });
    emulator.setNumber({ messagingLimit: 'TIER_10K' });
    emulator.setAccount({
      restrictions: [{ type: 'RESTRICTED_UTILITY_TEMPLATES', expiresAt: '2026-11-09T00:00:00Z' }],
    });
    await emulator.idle();
    const id = 400000000000001;
    expect(receiver.changes()).toMatchObject([
      {
        field: 'message_template_quality_update',
        value: { message_template_id: id, previous_quality_score: 'UNKNOWN', new_quality_score: 'YELLOW' },
      },
      {
        field: 'template_category_update',
        value: { previous_category: 'MARKETING', new_category: 'UTILITY' },
      },
      {
        field: 'message_template_status_update',
        value: { event: 'DISABLED', message_template_language: 'ko' },
      },
      { field: 'phone_number_quality_update', value: { event: 'THROUGHPUT_UPGRADE' } },
      { field: 'business_capability_update', value: { max_daily_conversations_per_business: 'TIER_10K' } },
      { field: 'account_update', value: { restriction_info: [{ expiration: 1_794_182_400 }] } },
    ]);
    expect(receiver.posts.every(({ body }) => Number.isInteger(Object(body.entry[0]).time))).toBe(true);
  });

  test('are not sent unless asked for', async () => {
    const { emulator, receiver } = await ruled({}, { templates });
    emulator.setTemplate(KEY, { qualityScore: 'RED', status: 'PAUSED' });
    emulator.setNumber({ throughput: 'HIGH' });
    emulator.setAccount({ softLock: true });
    await emulator.idle();
    expect(receiver.changes()).toEqual([]);
  });
});
