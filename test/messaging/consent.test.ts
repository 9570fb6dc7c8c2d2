import { describe, expect, test } from 'vitest';
import { type ConsentFact, consentFor } from '../../src/messaging/policies/consent.ts';

const sms = (topic: string, state: 'in' | 'out'): ConsentFact => ({ channel: 'sms', topic, state });

describe('consents as the gate takes them', () => {
  test.each<[string, readonly ConsentFact[], readonly string[] | undefined, string]>([
    ['nothing said', [], undefined, 'unknown'],
    ['an opt-in to marketing', [sms('marketing', 'in')], undefined, 'in'],
    ['an opt-in to the whole channel', [sms('', 'in')], ['news'], 'in'],
    ['an opt-in to another channel', [{ ...sms('marketing', 'in'), channel: 'email' }], undefined, 'unknown'],
    ['one of two topics', [sms('news', 'in')], ['news', 'offers'], 'unknown'],
    ['both topics', [sms('news', 'in'), sms('offers', 'in')], ['news', 'offers'], 'in'],
    ['marketing is no consent to a topic', [sms('marketing', 'in')], ['news'], 'unknown'],
    ['who left a topic', [sms('', 'in'), sms('news', 'out')], ['news'], 'out'],
    ['who left marketing has left its topics', [sms('news', 'in'), sms('marketing', 'out')], ['news'], 'out'],
  ])('%s', (_says, consents, topics, marketingConsent) => {
    expect(consentFor(consents, 'sms', topics)).toMatchObject({ marketingConsent, optedOutOfAll: false });
  });

  test('who left the channel is out of everything', () => {
    expect(consentFor([sms('', 'out')], 'sms')).toMatchObject({
      marketingConsent: 'out',
      optedOutOfAll: true,
    });
  });

  test('tell which opt-out decides, and since when', () => {
    const consents = [sms('', 'in'), { ...sms('marketing', 'out'), at: 5 }];
    expect(consentFor(consents, 'sms').consentSaid).toEqual({ topic: 'marketing', at: 5 });
    expect(consentFor([sms('', 'in')], 'sms')).not.toHaveProperty('consentSaid');
  });
});
