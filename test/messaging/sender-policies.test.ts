import { describe, expect, test } from 'vitest';
import { askGate } from '../../src/messaging/gate.ts';
import type { GateFacts } from '../../src/messaging/gate-facts.ts';
import type { Restriction, RestrictionKind, SenderFacts } from '../../src/messaging/sender-facts.ts';

const noon = Date.UTC(2026, 4, 4, 3);
const hour = 60 * 60 * 1_000;

const offer: GateFacts = {
  now: noon,
  channel: 'whatsapp',
  category: 'marketing',
  freeForm: false,
  waitForWindow: false,
  hasAddress: true,
  timeZone: 'Asia/Seoul',
  marketingConsent: 'in',
  optedOutOfAll: false,
  windowOpen: false,
  memory: {},
  sender: { restrictions: [] },
};
const note = { category: 'utility' } as const;
const code = { category: 'authentication' } as const;
const reply = { category: 'service', freeForm: true, windowOpen: true } as const;

const ask = (message: Partial<GateFacts>, sender: Partial<SenderFacts>) =>
  askGate({ ...offer, ...message, sender: { restrictions: [], ...sender } });

const restricted = (kind: RestrictionKind, more: Partial<Restriction> = {}) => ({
  restrictions: [{ scope: 'account', kind, reason: 'ACCOUNT_RESTRICTION', ...more } as Restriction],
});

describe('a restriction', () => {
  const until = noon + hour;
  test.each<[RestrictionKind, Partial<GateFacts>, 'wait' | 'allow' | 'refuse']>([
    ['all', note, 'wait'],
    ['all', reply, 'wait'],
    ['business-initiated', offer, 'wait'],
    ['business-initiated', code, 'wait'],
    ['business-initiated', reply, 'allow'],
    ['soft-lock', note, 'wait'],
    ['soft-lock', reply, 'allow'],
    ['customer-initiated', reply, 'wait'],
    ['customer-initiated', note, 'allow'],
    ['marketing', offer, 'wait'],
    ['marketing', note, 'allow'],
    ['utility-templates', note, 'wait'],
    ['utility-templates', offer, 'allow'],
    ['utility-templates', code, 'allow'],
    ['direct-send', note, 'allow'],
    ['payment', note, 'wait'],
    ['payment', reply, 'allow'],
    ['payment', { ...offer, windowOpen: true }, 'wait'],
    ['country', reply, 'refuse'],
  ])('of kind %s on %o: %s', (kind, message, verdict) => {
    expect(ask(message, restricted(kind, { until })).do).toBe(verdict);
  });

  test('with an end is waited for, and tells why', () => {
    expect(ask(note, restricted('business-initiated', { until }))).toEqual({
      do: 'wait',
      policy: 'restrictions',
      until,
      outcome: 'account',
      because: { kind: 'business-initiated', reason: 'ACCOUNT_RESTRICTION', until },
    });
  });

  test('of several, the one that holds longest counts', () => {
    const both = [
      ...restricted('business-initiated', { until }).restrictions,
      ...restricted('soft-lock').restrictions,
    ];
    expect(ask(note, { restrictions: both })).not.toHaveProperty('until');
  });

  test('of one number is that number’s limit, not the account’s', () => {
    const limited = restricted('business-initiated', { until, scope: 'sender', reason: '131048' });
    expect(ask(note, limited)).toMatchObject({ do: 'wait', outcome: 'limit.sender' });
  });

  test('of everything without an end leaves nothing to wait for', () => {
    expect(ask(note, restricted('all'))).toMatchObject({ do: 'refuse', outcome: 'account' });
  });

  test('of Direct Send bars only that', () => {
    expect(ask(note, { ...restricted('direct-send', { until }), directSend: true }).do).toBe('wait');
  });
});

describe('the limits of a sender', () => {
  test('of a pair make a message wait for its slot', () => {
    // The burst of 45, but for the three seconds that are kept for messages on their way.
    const spent = noon + 44 * 6_000 - 3_000;
    const pair = { paidAt: spent + 2_000, refusals: 0 };
    expect(ask(reply, { pair })).toMatchObject({ do: 'wait', policy: 'pair-limit', until: noon + 2_000 });
    expect(ask(reply, { pair: { ...pair, paidAt: spent } })).toEqual({ do: 'allow' });
  });

  test('of the rate make a message wait for its place', () => {
    expect(ask(offer, { placeAt: noon + 9_000 })).toMatchObject({
      do: 'wait',
      policy: 'sender-rate',
      until: noon + 9_000,
      outcome: 'limit.sender',
    });
  });

  test('of the portfolio make an offer wait for a place of tomorrow, and a code go another way', () => {
    const portfolio = { limit: 250, freeAt: noon + hour };
    expect(ask(offer, { portfolio })).toMatchObject({ do: 'wait', policy: 'portfolio', until: noon + hour });
    expect(ask(code, { portfolio })).toMatchObject({ do: 'refuse', outcome: 'limit.sender' });
  });
});
