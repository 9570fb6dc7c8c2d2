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
  timeZone: 'Asia/Seoul',
  marketingConsent: 'in',
  optedOutOfAll: false,
  windowOpen: false,
  memory: {},
  sender: { restrictions: [] },
};
const day = 86_400_000;
const cooledUntil = (until: number) => ({ memory: { cooldown: { since: noon - day, until, times: 1 } } });
const cooled = cooledUntil(noon + 1);
const experimentUntil = (until: number) => ({ memory: { experiment: { since: noon - day, until } } });
const experiment = experimentUntil(noon + 1);
const believed = (belief: 'suspect' | 'unreachable', until = noon + 1) => ({
  memory: { unreachable: { belief, since: noon - day, until, times: 1 } },
});
const unreachable = believed('unreachable');
const toUs = { usPause: { from: noon - day, waits: false } };
const toUsWaiting = { usPause: { from: noon - day, until: noon + day, waits: true } };
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

    ['refuses marketing to the US on WhatsApp', toUs, 'refuse us-pause limit.us'],
    ['refuses it inside an open window too', { ...toUs, windowOpen: true }, 'refuse us-pause limit.us'],
    ['lets utility to the US pass', { ...toUs, category: 'utility' }, 'allow'],
    ['lets marketing to the US pass on SMS', { ...toUs, channel: 'sms' }, 'allow'],
    ['waits for the end of the pause where that is wanted', toUsWaiting, 'wait us-pause limit.us'],
    [
      'refuses at once who waits for the pause and has opted out',
      { ...toUsWaiting, marketingConsent: 'out' },
      'refuse consent consent opted_out',
    ],
    [
      'refuses at once who waits for the pause and is in the experiment',
      { ...toUsWaiting, ...experiment },
      'refuse experiment experiment 130472',
    ],

    ['refuses the group of the experiment', experiment, 'refuse experiment experiment 130472'],
    ['lets one pass when the experiment is to be tried again', experimentUntil(noon), 'allow'],
    [
      'lets the experiment pass inside a free-entry window',
      { ...experiment, freeEntryEndsAt: noon + 1 },
      'allow',
    ],
    ['lets the experiment pass inside an open window', { ...experiment, windowOpen: true }, 'allow'],
    ['lets utility to the experiment pass', { ...experiment, category: 'utility' }, 'allow'],
    ['lets the experiment pass on SMS', { ...experiment, channel: 'sms' }, 'allow'],

    ['refuses during a cool-down', cooled, 'refuse cooldown limit.user 131049'],
    ['lets pass when the cool-down ends', cooledUntil(noon), 'allow'],
    [
      'refuses during a cool-down inside a free-entry window',
      { ...cooled, freeEntryEndsAt: noon + 1 },
      'refuse cooldown limit.user 131049',
    ],
    ['lets pass during a cool-down inside an open window', { ...cooled, windowOpen: true }, 'allow'],
    ['lets utility pass during a cool-down', { ...cooled, category: 'utility' }, 'allow'],
    ['lets e-mail pass during a cool-down', { ...cooled, channel: 'email' }, 'allow'],

    ['refuses who was unreachable', unreachable, 'refuse reachability undeliverable 131026'],
    [
      'refuses codes to who was unreachable',
      { ...unreachable, category: 'authentication' },
      'refuse reachability undeliverable 131026',
    ],
    ['tries the unreachable again in time', believed('unreachable', noon), 'allow'],
    ['refuses who is suspect', believed('suspect'), 'refuse reachability undeliverable 131026'],
    [
      'tries a code to who is no more than suspect',
      { ...believed('suspect'), category: 'authentication' },
      'allow',
    ],
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
      'refuses free-form inside a free-entry window alone',
      { ...freeForm, freeEntryEndsAt: noon + 1 },
      'refuse window window',
    ],
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
      because: { from: '11:00', to: '13:00', until: noon + 3_600_000 },
    });
    expect(ask({ ...quiet, category: 'authentication' })).toBe('allow');
    expect(ask({ ...quiet, ...freeForm, windowOpen: true })).toBe('allow');
  });

  test.each<[string, Partial<GateFacts>, object]>([
    ['a cool-down', cooled, { since: noon - day, until: noon + 1, times: 1 }],
    ['the experiment', experiment, { since: noon - day, until: noon + 1 }],
    ['a belief', unreachable, { belief: 'unreachable', since: noon - day, until: noon + 1, times: 1 }],
    ['the pause', toUs, { since: noon - day }],
    ['a full cap', { caps: [room, full] }, { max: 1, sent: 1 }],
    ['a window', { ...freeForm, windowEndsAt: noon - 1 }, { endsAt: noon - 1 }],
    [
      'a window that Meta denies',
      { ...freeForm, windowEndsAt: noon, windowRefusals: 2 },
      { endsAt: noon, refusals: 2 },
    ],
    [
      'an opt-out',
      { marketingConsent: 'out', consentSaid: { topic: 'marketing', at: noon - 1 } },
      { topic: 'marketing', since: noon - 1 },
    ],
    ['no opt-in', { marketingConsent: 'unknown' }, {}],
  ])('says by which facts it decided: %s', (_what, change, because) => {
    expect(askGate({ ...offer, ...change })).toMatchObject({ because });
  });

  test('names the first policy that objects', () => {
    expect(ask({ hasAddress: false, marketingConsent: 'out', ...toUs })).toMatch(/recipient/);
    expect(ask({ ...experiment, ...toUs })).toMatch(/us-pause/);
  });

  test('never lets anybody wait for a message that is refused all the same', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { quietHours: _hours, template: _template, usPause: _pause, ...rest } = facts;
        const withoutWaits = { ...rest, freeForm: false };
        if (askGate(facts).do === 'wait') expect(askGate(withoutWaits)).toEqual({ do: 'allow' });
      }),
      { numRuns: 1_000 },
    );
  });
});

const instant = fc.integer({ min: noon - 2, max: noon + 2 });
const anyFacts: fc.Arbitrary<GateFacts> = fc
  .record({
    channel: fc.constantFrom('whatsapp' as const, 'sms', 'email'),
    category: fc.constantFrom('marketing' as const, 'utility', 'authentication', 'service'),
    template: fc.option(fc.constantFrom('APPROVED', 'PAUSED', 'DISABLED'), { nil: undefined }),
    quiet: fc.boolean(),
    waitForWindow: fc.boolean(),
    hasAddress: fc.boolean(),
    pause: fc.constantFrom({}, toUs, toUsWaiting),
    marketingConsent: fc.constantFrom('in' as const, 'out', 'unknown'),
    optedOutOfAll: fc.boolean(),
    windowOpen: fc.boolean(),
    cooledUntil: instant,
    experimentUntil: instant,
    unreachable: fc.option(
      fc.record({ belief: fc.constantFrom('suspect' as const, 'unreachable'), until: instant }),
      {
        nil: undefined,
      },
    ),
  })
  .map(
    ({
      template,
      quiet,
      pause,
      cooledUntil: cooling,
      experimentUntil: probed,
      unreachable: doubt,
      ...facts
    }) => ({
      ...offer,
      ...facts,
      ...pause,
      // Free-form has no template.
      freeForm: template === undefined,
      ...(template === undefined ? {} : { template: { status: template } }),
      ...(quiet ? { quietHours: { from: '11:00', to: '13:00' } } : {}),
      memory: {
        ...cooledUntil(cooling).memory,
        ...experimentUntil(probed).memory,
        ...(doubt === undefined ? {} : believed(doubt.belief, doubt.until).memory),
      },
    }),
  );
