import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDailyLimit } from '../../../src/whatsapp/daily-limit.ts';
import { splitWebhook } from '../../../src/whatsapp/webhook/split-webhook.ts';

const time = 1_750_000_000;
const atMs = time * 1_000;

/** A webhook of this field, about account 9001. */
const webhook = (field: string, value: unknown) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '9001', time, changes: [{ field, value }] }],
});

const only = (field: string, value: unknown) => splitWebhook(webhook(field, value)).items[0];
const restriction = (restriction_type: string, expiration?: unknown) => ({
  event: 'ACCOUNT_RESTRICTION',
  restriction_info: [{ restriction_type, expiration }],
});

describe('account_update', () => {
  test.each([
    ['RESTRICTED_BIZ_INITIATED_MESSAGING', time + 60, 'business-initiated'],
    ['RESTRICTED_BIZ_INITIATED_MESSAGING', String(time + 60), 'business-initiated'],
    ['RESTRICTED_BIZ_INITIATED_MESSAGING', undefined, 'soft-lock'],
    ['RESTRICTED_BIZ_INITIATED_MESSAGING', '9223372036854775807', 'soft-lock'],
    ['RESTRICTED_CUSTOMER_INITIATED_MESSAGING', time + 60, 'customer-initiated'],
    ['RESTRICTED_UTILITY_TEMPLATES', time + 60, 'utility-templates'],
    ['RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES', time + 60, 'direct-send'],
  ])('restricts %s until %s: %s', (type, expiration, kind) => {
    const untilMs = Number(expiration) === time + 60 ? atMs + 60_000 : undefined;
    expect(only('account_update', restriction(type, expiration))).toMatchObject({
      kind: 'account',
      accountId: '9001',
      atMs,
      news: { is: 'restricted', bars: [{ kind, untilMs }] },
      notice: { event: 'ACCOUNT_RESTRICTION', severity: 'critical' },
    });
  });

  test.each([
    [{ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } }, 'closed'],
    [{ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE' } }, 'told'],
    [{ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } }, 'opened'],
    [{ event: 'ACCOUNT_DELETED' }, 'closed'],
    [{ event: 'ACCOUNT_OFFBOARDED' }, 'closed'],
    [{ event: 'ACCOUNT_RECONNECTED' }, 'opened'],
    [{ event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } }, 'told'],
    [restriction('RESTRICTED_ADD_PHONE_NUMBER_ACTION'), 'told'],
    [{ event: 'SOMETHING_NEW' }, 'told'],
  ])('%j: %s', (value, is) => {
    expect(only('account_update', value)).toMatchObject({ kind: 'account', news: { is } });
  });

  test('is the same when Meta sends it again, and another when it says something else', () => {
    const key = (value: unknown) => (only('account_update', value) as { key: string }).key;
    expect(key(restriction('A', 1))).toBe(key(restriction('A', 1)));
    expect(key(restriction('A', 1))).not.toBe(key(restriction('B', 1)));
  });
});

describe('limits', () => {
  test.each([
    ['TIER_250', 250],
    ['TIER_2K', 2_000],
    ['TIER_10K', 10_000],
    ['TIER_100K', 100_000],
    ['TIER_UNLIMITED', -1],
    ['2000', 2_000],
    ['-1', -1],
    ['TIER_NOT_SET', undefined],
    [undefined, undefined],
  ])('%s is %s people a day', (word, limit) => {
    expect(parseDailyLimit(word)).toBe(limit);
  });

  test.each([
    [{ max_daily_conversations_per_business: 2_000 }, { dailyLimit: 2_000 }],
    [{ max_daily_conversations_per_business: 'TIER_10K' }, { dailyLimit: 10_000 }],
    [{ max_daily_conversation_per_phone: -1 }, { dailyLimit: -1 }],
  ])('business_capability_update %j', (value, news) => {
    expect(only('business_capability_update', value)).toMatchObject({ news: { is: 'capacity', ...news } });
  });

  test.each([
    ['THROUGHPUT_UPGRADE', 1_000],
    ['ONBOARDING', 80],
  ])('phone_number_quality_update %s: %s a second', (event, perSecond) => {
    const value = { event, display_phone_number: '+1 (555) 010-0123', current_limit: 'TIER_100K' };
    expect(only('phone_number_quality_update', value)).toMatchObject({
      displayPhone: '15550100123',
      news: { is: 'capacity', perSecond, dailyLimit: 100_000 },
    });
  });
});

test.each([
  [
    'account_alerts',
    { entity_type: 'WABA', alert_info: { alert_type: 'OBA_REJECTED', alert_severity: 'WARNING' } },
    'OBA_REJECTED',
    'warning',
  ],
  ['account_review_update', { decision: 'REJECTED' }, 'REJECTED', 'warning'],
  ['account_review_update', { decision: 'APPROVED' }, 'APPROVED', 'info'],
  ['phone_number_name_update', { decision: 'APPROVED' }, 'APPROVED', 'info'],
  [
    'template_correct_category_detection',
    { message_template_name: 'a', correct_category: 'MARKETING' },
    'TEMPLATE_CORRECT_CATEGORY_DETECTION',
    'warning',
  ],
])('%s is a notice: %j', (field, value, event, severity) => {
  expect(only(field, value)).toMatchObject({ news: { is: 'told' }, notice: { event, severity } });
});

test('an error beside messages is about the number, once a second', () => {
  const value = {
    metadata: { phone_number_id: '1001' },
    errors: [{ code: 130429, title: 'Rate limit hit' }],
  };
  const [item] = splitWebhook(webhook('messages', value)).items;
  expect(item).toEqual({
    kind: 'account',
    key: `account:error:1001:130429:${time}`,
    atMs,
    phoneNumberId: '1001',
    news: { is: 'error', code: '130429' },
  });
});

test('whatever stands in these fields, nothing throws and everything is taken or ignored', () => {
  const fields = fc.constantFrom(
    'account_update',
    'account_alerts',
    'account_review_update',
    'business_capability_update',
    'phone_number_quality_update',
    'phone_number_name_update',
    'template_correct_category_detection',
  );
  fc.assert(
    fc.property(fields, fc.jsonValue(), fc.jsonValue(), (field, value, inner) => {
      const nested = {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: inner,
        ban_info: inner,
        alert_info: inner,
      };
      for (const body of [value, nested]) {
        for (const item of splitWebhook(webhook(field, body)).items) {
          expect(['account', 'ignored']).toContain(item.kind);
        }
      }
    }),
  );
});
