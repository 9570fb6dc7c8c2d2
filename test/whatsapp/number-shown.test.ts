// What is read from Meta's answer about a number, and what of it operators hear.

import { describe, expect, test } from 'vitest';
import { noticesOf } from '../../src/whatsapp/number-notices.ts';
import { parseNumberShown } from '../../src/whatsapp/number-shown.ts';

const whole = {
  id: '1001',
  display_phone_number: '+1 631-555-5555',
  platform_type: 'CLOUD_API',
  throughput: { level: 'HIGH' },
  quality_rating: 'GREEN',
  whatsapp_business_manager_messaging_limit: 'TIER_2K',
  health_status: {
    can_send_message: 'BLOCKED',
    entities: [
      { entity_type: 'PHONE_NUMBER', id: '1001', can_send_message: 'AVAILABLE' },
      {
        entity_type: 'WABA',
        id: '2001',
        can_send_message: 'BLOCKED',
        errors: [{ error_code: 141006, error_description: 'payment' }, { error_code: 141014 }, 'odd'],
      },
      { entity_type: 'BUSINESS', id: '3001', can_send_message: 'LIMITED' },
    ],
  },
};

describe('a number as Meta shows it', () => {
  test('has its digits, rate, limit, portfolio, quality and health', () => {
    expect(parseNumberShown(whole)).toEqual({
      displayPhone: '16315555555',
      perSecond: 1_000,
      dailyLimit: 2_000,
      portfolioId: '3001',
      quality: 'GREEN',
      health: { word: 'BLOCKED', entities: ['WABA', 'BUSINESS'], codes: ['141006', '141014'] },
    });
  });

  test.each([
    [{ throughput: { level: 'STANDARD' } }, 80],
    [{ throughput: { level: 'HIGH' }, is_on_biz_app: true }, 20],
    [{ throughput: { level: 'NOT_APPLICABLE' } }, undefined],
    [{ throughput: { level: 'HIGH' }, platform_type: 'ON_PREMISE' }, undefined],
  ])('%j goes by its rate', (change, perSecond) => {
    expect(parseNumberShown({ ...whole, ...change })?.perSecond).toBe(perSecond);
  });

  test('says nothing by parts that are odd', () => {
    const odd = { throughput: 'fast', quality_rating: 5, health_status: [], display_phone_number: '' };
    expect(parseNumberShown(odd)).toEqual({
      displayPhone: undefined,
      perSecond: undefined,
      dailyLimit: undefined,
      portfolioId: undefined,
      quality: undefined,
      health: undefined,
    });
    expect(parseNumberShown('gone')).toBeUndefined();
  });
});

describe('an operator hears', () => {
  const health = (word: string) => ({ health: { word, entities: ['WABA'], codes: ['141014'] } });
  const events = (before: Parameters<typeof noticesOf>[0], shown: Parameters<typeof noticesOf>[1]) =>
    noticesOf(before, shown).map(({ event, severity }) => `${event} ${severity}`);
  const unasked = { health: null, quality: null };

  test('at first only of what is wrong', () => {
    expect(
      events(unasked, { quality: 'GREEN', health: { word: 'AVAILABLE', entities: [], codes: [] } }),
    ).toEqual([]);
    expect(events(unasked, { quality: 'RED', ...health('BLOCKED') })).toEqual([
      'HEALTH_BLOCKED critical',
      'QUALITY_RED warning',
    ]);
  });

  test('of each change once, also for the better', () => {
    const before = { health: 'BLOCKED', quality: 'RED' };
    expect(events(before, { quality: 'RED', ...health('BLOCKED') })).toEqual([]);
    expect(events(before, { quality: 'GREEN', ...health('AVAILABLE') })).toEqual([
      'HEALTH_AVAILABLE info',
      'QUALITY_GREEN info',
    ]);
    expect(events(before, {})).toEqual([]);
  });

  test('whose fault it is, in Meta’s codes', () => {
    expect(noticesOf(unasked, health('BLOCKED'))[0]?.facts).toEqual({ entities: 'WABA', codes: '141014' });
  });
});
