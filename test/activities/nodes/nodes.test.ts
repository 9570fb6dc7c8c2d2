// The built-in node types: their durable names, their charts, and what messages they compose.

import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../../../activities/nodes/index.ts';
import { assertChart } from '../../../src/machine/check-chart.ts';
import { configured, refusalsOf } from '../../support/flow-visit.ts';

const person = { id: 'per_1', externalId: 'guest', timeZone: 'Asia/Seoul', attributes: {} };
/** Liquid, in miniature. */
const render = (source: string) => source.replace('{{ person.firstName }}', 'Haneul');

/** The same where values are escaped. */
const renderHtml = (source: string) =>
  source.replace('{{ person.firstName }}', '<i>Haneul</i>'.replaceAll('<', '&lt;'));

function compose(type: string, with_: Record<string, unknown>): unknown {
  const { node, config } = configured(type, with_);
  return node.kind === 'message' ? node.compose({ config, person, render, renderHtml }) : undefined;
}

const smallest: Record<string, Record<string, unknown>> = {
  'whatsapp.template': { template: 'spring_sale', language: 'ko' },
  'whatsapp.message': { text: 'Hello' },
  'whatsapp.reaction': { emoji: '👍' },
  'whatsapp.read': {},
  'whatsapp.wait-reply': { other: true, within: 'P1D' },
  'whatsapp.wait-window': { within: 'P1D' },
  'sms.send': { text: 'Hello' },
  'email.send': { subject: 'Hello', html: '<p>Hello</p>' },
  delay: { for: '2h' },
  'wait.event': { event: 'order.placed', within: 'P1D' },
  branch: { cases: [{ name: 'yes', if: 'true' }] },
  split: {
    arms: [
      { name: 'a', weight: 50 },
      { name: 'b', weight: 50 },
    ],
  },
  throttle: { limit: 1, per: 'minute' },
  set: { vars: { a: '1' } },
  'person.update': { attributes: { a: '1' } },
  'journey.run': { journey: 'order-help', wait: false },
  'http.request': { url: 'https://partner.example/hook' },
  goal: { name: 'purchase' },
  exit: {},
  note: { text: 'Hello' },
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
      const { node, config } = configured(type, with_);
      const inside = node.chart({ config, node: 'a' });
      expect(() => assertChart({ id: 'journey', initial: 'a', states: { a: inside }, on: {} })).not.toThrow();
      expect([node.title.en, node.title.ko].every((title) => title.length > 0)).toBe(true);
      expect(node.outcomes(config)).toEqual(expect.arrayContaining([...node.successes(config)]));
    },
  );

  test.each(Object.entries(smallest))('%s refuses what it does not know', (type, with_) => {
    expect(refusalsOf(type, { ...with_, colour: 'red' })).not.toEqual([]);
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

  test('as a template whose button ends or repeats something', () => {
    const buttons = [{ index: 0, text: '{{ person.firstName }}' }];
    expect(compose('whatsapp.template', { ...template, buttons })).toMatchObject({
      body: {
        template: {
          components: [
            {
              type: 'button',
              sub_type: 'url',
              index: '0',
              parameters: [{ type: 'text', text: 'Haneul' }],
            },
          ],
        },
      },
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
