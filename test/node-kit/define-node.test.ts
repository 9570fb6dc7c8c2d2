import { describe, expect, test } from 'vitest';
import { assertChart } from '../../src/machine/check-chart.ts';
import { usualFailures } from '../../src/messaging/outcomes.ts';
import {
  act,
  defineFlow,
  defineMessage,
  defineNode,
  durationField,
  end,
  exactMsOf,
  send,
  wait,
  wordField,
  z,
} from '../../src/node-kit/index.ts';

const described = { version: 1, title: { en: 'Test', ko: '시험' } } as const;
const config = z.strictObject({});

const notify = defineNode({
  ...described,
  type: 'test.notify',
  idempotent: true,
  config,
  outcomes: ['accepted', 'refused'],
  run: async () => ({ outcome: 'accepted' }),
});

const message = defineMessage<{ await: 'read' | 'delivered' }>({
  ...described,
  type: 'test.message',
  channel: 'sms',
  config: z.strictObject({ await: z.enum(['read', 'delivered']) }),
  plan: (given) => ({ await: given.await, within: '1h' }),
  compose: () => ({ channel: 'sms', text: 'Hello' }),
});

describe('a plain node', () => {
  test('hopes for its first outcome unless it says otherwise', () => {
    expect(notify.successes({})).toEqual(['accepted']);
    expect(notify.outcomes({})).toEqual(['accepted', 'refused']);
  });

  test('runs its own activity under its own name', () => {
    expect(notify.chart({ config: {}, node: 'tell' }).states['acting']?.invoke?.input).toEqual({
      op: 'test.notify',
      node: 'tell',
    });
  });
});

test('a message ends with the awaited word or a failure, and hopes for the word', () => {
  expect(message.outcomes({ await: 'read' })).toEqual(['read', ...usualFailures]);
  expect(message.successes({ await: 'read' })).toEqual(['read']);
});

test('a message with a canary can be stopped, others can not', () => {
  const careful = defineMessage<object>({
    ...described,
    type: 'test.careful',
    channel: 'whatsapp',
    hasCanary: true,
    config: z.strictObject({}),
    plan: () => ({ await: 'delivered', within: '1h', canary: { first: 10, wait: '1h', atLeast: 0.9 } }),
    compose: () => ({ channel: 'sms', text: 'Hello' }),
  });
  expect(careful.outcomes({})).toContain('stopped');
  expect(careful.words).toContain('stopped');
  expect(message.words).not.toContain('stopped');
});

test('a flow node is as it was declared', () => {
  const flow = defineFlow<object>({
    ...described,
    type: 'test.flow',
    config,
    outcomes: () => ['done'],
    successes: () => ['done'],
    waits: false,
    chart: () => end('done'),
  });
  expect(flow).toMatchObject({ kind: 'flow', waits: false });
});

describe('the usual insides', () => {
  test.each([
    ['act', act({ op: 'test.notify', node: 'a' })],
    ['act locally', act({ op: 'evaluate', node: 'a', local: true })],
    ['send', send({ op: 'test.message', node: 'a' })],
    [
      'wait exactly',
      wait({ node: 'a', exactMs: 5, elapsed: 'timeout', events: { 'order.placed': 'received' } }),
    ],
    ['wait by the calendar', wait({ node: 'a', exactMs: undefined, elapsed: 'done' })],
    ['end', end('reached')],
  ])('are plain JSON in the vocabulary: %s', (_name, inside) => {
    expect(JSON.parse(JSON.stringify(inside))).toEqual(inside);
    expect(() => assertChart({ id: 'journey', initial: 'a', states: { a: inside }, on: {} })).not.toThrow();
  });
});

describe('fields', () => {
  test.each(['30m', '24h', 'P1D', 'PT2H'])('take the duration %s', (text) => {
    expect(durationField.safeParse(text).success).toBe(true);
  });

  test.each(['', '1 day', '-1h', 'P'])('refuse the duration "%s"', (text) => {
    expect(durationField.safeParse(text).success).toBe(false);
  });

  test('know which durations are exact', () => {
    expect(exactMsOf('2h')).toBe(7_200_000);
    expect(exactMsOf('P1D')).toBeUndefined();
  });

  test('take lower-case words for outcomes', () => {
    expect(wordField.safeParse('converted').success).toBe(true);
    expect(wordField.safeParse('Converted').success).toBe(false);
    expect(wordField.safeParse('a.b').success).toBe(false);
  });
});
