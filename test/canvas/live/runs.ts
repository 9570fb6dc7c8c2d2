// Runs of the spring sale as the API tells them, for the tests of live mode.

import type { RunAnswer } from '../../../src/client/client.ts';

type Step = RunAnswer['path'][number];
type Message = NonNullable<Step['message']>;

/** Tuesday 3 March 2026, so many seconds after 09:12 in Seoul. */
export function at(seconds: number): string {
  return new Date(Date.UTC(2026, 2, 3, 0, 12) + seconds * 1_000).toISOString();
}

export function message(fields: Partial<Message> = {}): Message {
  return {
    ...{
      send: 'snd_1',
      channel: 'whatsapp',
      category: 'marketing',
      template: 'spring_sale/ko',
      sender: 'sdr_1',
    },
    ...{ state: 'settled', awaits: 'delivered', reached: 'accepted', failedCode: null, late: false },
    parkedUntil: null,
    attempts: [
      { number: 1, state: 'accepted', code: null, httpStatus: 200, startedAt: at(1), endedAt: at(1) },
    ],
    evidence: [],
    ...fields,
  };
}

export function step(node: string, fields: Partial<Step> = {}): Step {
  return {
    ...{ node, visit: 1, enteredAt: at(0), outcome: null, settledAt: null, attempted: null },
    ...{ code: null, policy: null, because: null, message: null },
    ...fields,
  };
}

/** Withheld by Meta, then an SMS that is waited for. */
export function withheld(fields: Partial<RunAnswer> = {}): RunAnswer {
  const evidence = [
    { kind: 'accepted', code: null, at: at(1), receivedAt: at(1.2) },
    { kind: 'failed', code: '131049', at: at(3), receivedAt: at(3.8) },
  ];
  return run({
    state: 'running',
    path: [
      step('offer', {
        ...{ outcome: 'limit.user', settledAt: at(4), attempted: true, code: '131049' },
        message: message({ failedCode: '131049', evidence }),
      }),
      step('text', {
        enteredAt: at(4),
        attempted: true,
        message: message({ channel: 'sms', template: null, state: 'awaiting', evidence: [] }),
      }),
    ],
    waiting: { node: 'text', visit: 1, state: 'awaiting', until: at(7_200) },
    ...fields,
  });
}

export function run(fields: Partial<RunAnswer> = {}): RunAnswer {
  return {
    ...{ id: 'run_1', journey: 'spring-sale', version: 1, person: 'minji', key: 'cart-1', state: 'closed' },
    ...{ rehearsed: false, outcome: null, createdAt: at(-1), startedAt: at(0), closedAt: null, path: [] },
    ...{ clockOffsetMs: 0, holds: [] },
    ...fields,
  };
}
