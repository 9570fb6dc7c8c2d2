// The built-in node types: their durable names, what they compose, what they answer.

import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../../../activities/nodes/index.ts';
import { assertChart } from '../../../src/machine/check-chart.ts';
import type { AnyNode } from '../../../src/node-kit/node-type.ts';

const hour = 3_600_000;

/** A type by name with its config parsed, as the engine calls it. */
function nodeOf(type: string, config: Record<string, unknown>): { node: AnyNode; config: never } {
  const node = nodeTypes.find((candidate) => candidate.type === type);
  if (node === undefined) throw new TypeError(`There is no node type ${type}.`);
  return { node, config: node.config.parse(config) as never };
}

const person = { id: 'per_1', externalId: 'guest', timeZone: 'Asia/Seoul', attributes: {} };
/** Liquid, in miniature. */
const render = (source: string) => source.replace('{{ person.firstName }}', 'Haneul');

/** The same where values are escaped. */
const renderHtml = (source: string) =>
  source.replace('{{ person.firstName }}', '<i>Haneul</i>'.replaceAll('<', '&lt;'));

function compose(type: string, with_: Record<string, unknown>): unknown {
  const { node, config } = nodeOf(type, with_);
  return node.kind === 'message' ? node.compose({ config, person, render, renderHtml }) : undefined;
}

function evaluate(
  type: string,
  with_: Record<string, unknown>,
  cel: (source: string) => unknown = () => true,
) {
  const { node, config } = nodeOf(type, with_);
  if (node.kind !== 'flow') return undefined;
  const scope = { person: {}, event: {}, run: { id: 'run_1', vars: {} }, nodes: {}, now: 0 };
  const after = (duration: string) => (duration === 'P1D' ? 24 * hour : 0);
  return node.evaluate?.({
    config,
    scope,
    timeZone: 'Asia/Seoul',
    evaluate: cel,
    evaluateWith: cel,
    after,
    earlier: [],
    journeyId: 'spring-sale',
    node: 'here',
    visit: 1,
  });
}

const smallest: Record<string, Record<string, unknown>> = {
  'whatsapp.template': { template: 'spring_sale', language: 'ko' },
  'whatsapp.message': { text: 'Hello' },
  'sms.send': { text: 'Hello' },
  'email.send': { subject: 'Hello', html: '<p>Hello</p>' },
  delay: { for: '2h' },
  'wait.event': { event: 'order.placed', within: 'P1D' },
  branch: { cases: [{ name: 'yes', if: 'true' }] },
  exit: {},
  'http.request': { url: 'https://partner.example/hook' },
};

describe('every node type', () => {
  test('has its durable name and version', () => {
    expect(nodeTypes.map(({ type, version }) => `${type}@${version}`)).toEqual(
      Object.keys(smallest).map((type) => `${type}@1`),
    );
  });

  test.each(Object.entries(smallest))(
    '%s has a chart in the vocabulary, titles and hoped-for outcomes',
    (type, with_) => {
      const { node, config } = nodeOf(type, with_);
      const inside = node.chart({ config, node: 'a' });
      expect(() => assertChart({ id: 'journey', initial: 'a', states: { a: inside }, on: {} })).not.toThrow();
      expect([node.title.en, node.title.ko].every((title) => title.length > 0)).toBe(true);
      expect(node.outcomes(config)).toEqual(expect.arrayContaining([...node.successes(config)]));
    },
  );

  test.each(Object.entries(smallest))('%s refuses what it does not know', (type, with_) => {
    const { node } = nodeOf(type, with_);
    expect(node.config.safeParse({ ...with_, colour: 'red' }).success).toBe(false);
  });
});

describe('a message is composed', () => {
  const template = smallest['whatsapp.template'];

  test('as a template with named, ordered or no parameters', () => {
    const text = '{{ person.firstName }}';
    const parametersOf = (body: unknown) =>
      (compose('whatsapp.template', { ...template, body }) as { body: { template: object } }).body.template;
    expect(parametersOf(undefined)).toEqual({ name: 'spring_sale', language: { code: 'ko' } });
    expect(parametersOf({ name: text })).toMatchObject({
      components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'name', text: 'Haneul' }] }],
    });
    expect(parametersOf([text])).toMatchObject({
      components: [{ type: 'body', parameters: [{ type: 'text', text: 'Haneul' }] }],
    });
  });

  test('as free-form text, with a preview only where asked for', () => {
    const text = { text: 'Hi {{ person.firstName }}' };
    expect(compose('whatsapp.message', text)).toMatchObject({
      form: 'free-form',
      body: { text: { body: 'Hi Haneul' } },
    });
    expect(compose('whatsapp.message', { ...text, previewUrl: true })).toMatchObject({
      body: { text: { preview_url: true } },
    });
  });

  test('as SMS and as e-mail, whose HTML alone is escaped', () => {
    expect(compose('sms.send', { text: 'Hi {{ person.firstName }}' })).toEqual({
      channel: 'sms',
      text: 'Hi Haneul',
    });
    expect(
      compose('email.send', { subject: 'Hi {{ person.firstName }}', html: '<p>{{ person.firstName }}</p>' }),
    ).toEqual({
      channel: 'email',
      subject: 'Hi Haneul',
      html: '<p>&lt;i>Haneul&lt;/i></p>',
    });
  });
});

describe('a flow node answers', () => {
  const cases = [
    { name: 'big', if: 'event.total > 100' },
    { name: 'small', if: 'event.total > 1' },
  ];

  test('the first case that holds, else `else`', () => {
    expect(evaluate('branch', { cases })).toEqual({ outcome: 'big' });
    expect(evaluate('branch', { cases }, (source) => source === cases[1]?.if)).toEqual({ outcome: 'small' });
    expect(evaluate('branch', { cases }, () => false)).toEqual({ outcome: 'else' });
  });

  test('no case for a condition that is neither true nor false', () => {
    expect(() => evaluate('branch', { cases }, () => 1)).toThrow(
      expect.objectContaining({ code: 'NODE_CONDITION_TYPE', retryable: false }),
    );
  });

  test('the time that a calendar duration ends', () => {
    expect(evaluate('delay', { for: 'P1D' })).toEqual({ due: 24 * hour });
    expect(evaluate('wait.event', { event: 'order.placed', within: 'P1D' })).toEqual({ due: 24 * hour });
  });

  test('nothing where the duration is exact: no activity is needed', () => {
    const { node, config } = nodeOf('delay', { for: '2h' });
    expect(node.chart({ config, node: 'a' })).toMatchObject({
      initial: 'waiting',
      states: { waiting: { after: { [2 * hour]: {} } } },
    });
  });
});

test('a case may not be called else', () => {
  const { node } = nodeOf('branch', smallest['branch'] ?? {});
  expect(node.config.safeParse({ cases: [{ name: 'else', if: 'true' }] }).success).toBe(false);
});
