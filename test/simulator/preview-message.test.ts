import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import type { Definition, DefinitionNode } from '../../src/journey/definition.ts';
import type { Surroundings } from '../../src/journey/surroundings.ts';
import { samplePerson } from '../../src/simulator/play-script.ts';
import { previewMessage } from '../../src/simulator/preview-message.ts';

const templates = [
  {
    name: 'spring_sale',
    language: 'ko',
    category: 'MARKETING',
    status: 'APPROVED',
    components: [
      { type: 'BODY', text: '{{name}}님, 오늘까지 30% 저렴해요.' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: '주문하기', url: 'https://example.com/{{1}}' }] },
    ],
  },
];

function preview(step: DefinitionNode, surroundings: Surroundings = {}) {
  const definition: Definition = {
    id: 'sale',
    name: 'Sale',
    entry: { on: { event: 'cart.abandoned' } },
    start: 'offer',
    nodes: { offer: step },
  };
  const person = { ...samplePerson, attributes: { firstName: '민지' } };
  const sample = { person, event: { total: 30_000 } };
  const now = Date.UTC(2026, 2, 2, 1);
  return previewMessage({ definition, nodeTypes, surroundings, node: 'offer', sample, now });
}

describe('a preview of a message', () => {
  test('fills the texts with the values of a person and an event', () => {
    const text = '{{ person.firstName }}, {{ event.total }} {{ now | date: "%Y" }}';
    expect(preview({ type: 'sms.send', with: { text } })).toMatchObject({
      channel: 'sms',
      text: '민지, 30000 2026',
      encoding: 'ucs-2',
      segments: 1,
    });
  });

  test("puts a template's values into Meta's own words", () => {
    const body = { name: '{{ person.firstName }}' };
    const step = { type: 'whatsapp.template', with: { template: 'spring_sale', language: 'ko', body } };
    expect(preview(step, { templates })).toMatchObject({
      body: '민지님, 오늘까지 30% 저렴해요.',
      buttons: [{ kind: 'url', text: '주문하기' }],
      template: { isComplete: true },
    });
    expect(preview(step)).toMatchObject({
      body: null,
      template: { isComplete: false, parameters: [{ name: 'name', value: '민지' }] },
    });
  });

  test.each<readonly [string, DefinitionNode]>([
    ['no message', { type: 'delay', with: { for: '1h' } }],
    ['an unknown type', { type: 'acme.stamp', with: {} }],
    ['a config that does not fit', { type: 'sms.send', with: {} }],
    ['a text that is broken', { type: 'sms.send', with: { text: '{{ person.' } }],
  ])('shows nothing of %s', (_what, step) => {
    expect(preview(step)).toBeNull();
  });
});
