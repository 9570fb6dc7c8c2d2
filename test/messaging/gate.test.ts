import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askGate } from '../../src/messaging/gate.ts';
import type { GateFacts } from '../../src/messaging/gate-facts.ts';

const noon = Date.UTC(2026, 4, 4, 3);

/** A marketing template to somebody in Seoul at noon, with nothing against it. */
const offer: GateFacts = {
  now: noon,
  channel: 'whatsapp',
  category: 'marketing',
  freeForm: false,
  waitForWindow: false,
  hasAddress: true,
  toUs: false,
  timeZone: 'Asia/Seoul',
  marketingConsent: 'in',
  optedOutOfAll: false,
  windowOpen: false,
  memory: {},
  sender: { restrictions: [] },
};
const cooled = { memory: { cooldownUntil: noon + 1 } };
const experiment = { memory: { experimentSince: noon - 1 } };
const unreachable = { memory: { unreachableUntil: noon + 1 } };
const room = { max: 2, sent: 1 };
const full = { max: 1, sent: 1 };
const freeForm = { category: 'service', freeForm: true } as const;

/** `allow`, or the decision with its policy and words. */
function ask(change: Partial<GateFacts> = {}): string {
  const decision = askGate({ ...offer, ...change });
  if (decision.do === 'allow') return 'allow';
  const code = decision.do === 'refuse' ? decision.code : undefined;
  return [decision.do, decision.policy, decision.outcome, code].filter(Boolean).join(' ');
}

describe('the gate', () => {
  test.each<[string, Partial<GateFacts>, string]>([
    ['lets a message pass that nothing speaks against', {}, 'allow'],
    ['refuses without an address', { hasAddress: false }, 'refuse recipient undeliverable no_address'],

    [
      'refuses marketing without an opt-in',
      { marketingConsent: 'unknown' },
      'refuse consent consent no_opt_in',
    ],
    ['refuses marketing after an opt-out', { marketingConsent: 'out' }, 'refuse consent consent opted_out'],
    ['lets utility pass without an opt-in', { category: 'utility', marketingConsent: 'unknown' }, 'allow'],
    [
      'lets utility pass after an opt-out of marketing',
      { category: 'utility', marketingConsent: 'out' },
      'allow',
    ],
    [
      'refuses everything to who has left the channel',
      { category: 'utility', optedOutOfAll: true },
      'refuse consent consent opted_out',
    ],

    ['refuses marketing to the US on WhatsApp', { toUs: true }, 'refuse us-pause limit.us'],
    ['refuses it inside an open window too', { toUs: true, windowOpen: true }, 'refuse us-pause limit.us'],
    ['lets utility to the US pass', { toUs: true, category: 'utility' }, 'allow'],
    ['lets marketing to the US pass on SMS', { toUs: true, channel: 'sms' }, 'allow'],

    ['refuses the group of the experiment', experiment, 'refuse experiment experiment 130472'],
    ['lets the experiment pass inside an open window', { ...experiment, windowOpen: true }, 'allow'],
    ['lets utility to the experiment pass', { ...experiment, category: 'utility' }, 'allow'],
    ['lets the experiment pass on SMS', { ...experiment, channel: 'sms' }, 'allow'],

    ['refuses during a cool-down', cooled, 'refuse cooldown limit.user 131049'],
    ['lets pass when the cool-down ends', { memory: { cooldownUntil: noon } }, 'allow'],
    ['lets pass during a cool-down inside an open window', { ...cooled, windowOpen: true }, 'allow'],
    ['lets utility pass during a cool-down', { ...cooled, category: 'utility' }, 'allow'],
    ['lets e-mail pass during a cool-down', { ...cooled, channel: 'email' }, 'allow'],

    ['refuses who was unreachable', unreachable, 'refuse reachability undeliverable 131026'],
    [
      'refuses codes to who was unreachable',
      { ...unreachable, category: 'authentication' },
      'refuse reachability undeliverable 131026',
    ],
    ['tries the unreachable again in time', { memory: { unreachableUntil: noon } }, 'allow'],
    ['lets SMS to the unreachable pass', { ...unreachable, channel: 'sms' }, 'allow'],

    ['refuses marketing over a cap', { caps: [room, full] }, 'refuse caps capped'],
    ['lets marketing below the caps pass', { caps: [room] }, 'allow'],
    ['lets utility pass over a cap', { caps: [full], category: 'utility' }, 'allow'],

    ['lets an approved template pass', { template: { status: 'APPROVED' } }, 'allow'],
    ['lets a reinstated template pass', { template: { status: 'REINSTATED' } }, 'allow'],
    ['waits for a paused template', { template: { status: 'PAUSED' } }, 'wait template template.paused'],
    ['waits for a template in review', { template: { status: 'PENDING' } }, 'wait template template.paused'],
    [
      'refuses a disabled template',
      { template: { status: 'DISABLED' } },
      'refuse template template.missing disabled',
    ],
    [
      'refuses a rejected template',
      { template: { status: 'REJECTED' } },
      'refuse template template.missing rejected',
    ],

    ['lets free-form pass inside the window', { ...freeForm, windowOpen: true }, 'allow'],
    ['refuses free-form outside the window', freeForm, 'refuse window window'],
    [
      'waits for the window where the author does',
      { ...freeForm, waitForWindow: true },
      'wait window expired',
    ],
    ['lets a template pass outside the window', { waitForWindow: true }, 'allow'],
  ])('%s', (_says, change, decision) => {
    expect(ask(change)).toBe(decision);
  });

  test('waits for the morning in quiet hours, except for codes and answers', () => {
    const quiet = { quietHours: { from: '11:00', to: '13:00' } };
    expect(askGate({ ...offer, ...quiet })).toEqual({
      do: 'wait',
      policy: 'quiet-hours',
      outcome: 'expired',
      until: noon + 3_600_000,
    });
    expect(ask({ ...quiet, category: 'authentication' })).toBe('allow');
    expect(ask({ ...quiet, ...freeForm, windowOpen: true })).toBe('allow');
  });

  test('names the first policy that objects', () => {
    expect(ask({ hasAddress: false, marketingConsent: 'out', toUs: true })).toMatch(/recipient/);
    expect(ask({ ...experiment, toUs: true })).toMatch(/us-pause/);
  });

  test('never lets anybody wait for a message that is refused all the same', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { quietHours: _hours, template: _template, ...rest } = facts;
        const withoutWaits = { ...rest, freeForm: false };
        if (askGate(facts).do === 'wait') expect(askGate(withoutWaits)).toEqual({ do: 'allow' });
      }),
      { numRuns: 1_000 },
    );
  });
});

const instant = fc.option(fc.integer({ min: noon - 2, max: noon + 2 }), { nil: undefined });
const anyFacts: fc.Arbitrary<GateFacts> = fc
  .record({
    channel: fc.constantFrom('whatsapp' as const, 'sms', 'email'),
    category: fc.constantFrom('marketing' as const, 'utility', 'authentication', 'service'),
    template: fc.option(fc.constantFrom('APPROVED', 'PAUSED', 'DISABLED'), { nil: undefined }),
    quiet: fc.boolean(),
    waitForWindow: fc.boolean(),
    hasAddress: fc.boolean(),
    toUs: fc.boolean(),
    marketingConsent: fc.constantFrom('in' as const, 'out', 'unknown'),
    optedOutOfAll: fc.boolean(),
    windowOpen: fc.boolean(),
    memory: fc.record({ cooldownUntil: instant, experimentSince: instant, unreachableUntil: instant }),
  })
  .map(({ template, quiet, memory, ...facts }) => ({
    ...offer,
    ...facts,
    // Free-form has no template.
    freeForm: template === undefined,
    ...(template === undefined ? {} : { template: { status: template } }),
    ...(quiet ? { quietHours: { from: '11:00', to: '13:00' } } : {}),
    memory: Object.fromEntries(Object.entries(memory).filter(([, value]) => value !== undefined)),
  }));
