// What a person can read of a message: every kind says something, and what it says is in the message.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WhatsAppContent } from '../../src/messaging/whatsapp-content.ts';
import { toContentParts } from '../../src/whatsapp/content-parts.ts';
import { arbitraryContents } from './payload/arbitrary-content.ts';

/** Kinds of which nothing can be read but what they are. */
const wordless = new Set(['read', 'reaction', 'template']);

test.each(arbitraryContents)('of a %s', (kind, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (content) => {
      const parts = toContentParts(content);
      const labels = parts.map(({ label, text }) => `${label}: ${text}`);
      expect(new Set(labels.filter((line) => line.trim() === ':'))).toEqual(
        new Set(kind === 'reaction' && parts[0]?.text === '' ? [': '] : []),
      );
      if (!wordless.has(kind)) expect(parts.length).toBeGreaterThan(0);
    }),
    { numRuns: 40 },
  );
});

const line = (content: WhatsAppContent) => toContentParts(content).map(({ label, text }) => [label, text]);

test('buttons and rows show the ids that come back', () => {
  const body = { text: 'Which?' };
  expect(
    line({
      type: 'interactive',
      interactive: {
        type: 'button',
        header: { type: 'image', image: { link: 'https://example.org/a' } },
        body,
        footer: { text: 'Thanks' },
        action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes!' } }] },
      },
    }),
  ).toEqual([
    ['header', 'https://example.org/a'],
    ['', 'Which?'],
    ['button yes', 'Yes!'],
    ['footer', 'Thanks'],
  ]);
  expect(
    line({
      type: 'interactive',
      interactive: {
        type: 'list',
        body,
        action: { button: 'Open', sections: [{ rows: [{ id: 'a', title: 'A', description: 'first' }] }] },
      },
    }),
  ).toEqual([
    ['', 'Which?'],
    ['list', 'Open'],
    ['row a', 'A: first'],
  ]);
});

test('a template shows what fills it, part by part and card by card', () => {
  const components = [
    { type: 'header', parameters: [{ type: 'text', text: 'Spring' }] },
    {
      type: 'body',
      parameters: [
        { type: 'text', parameter_name: 'who', text: 'Kim' },
        { type: 'currency', currency: { fallback_value: '₩100', code: 'KRW', amount_1000: 100_000 } },
      ],
    },
    {
      type: 'button',
      sub_type: 'copy_code',
      index: '0',
      parameters: [{ type: 'coupon_code', coupon_code: 'A1' }],
    },
    {
      type: 'carousel',
      cards: [
        {
          card_index: 0,
          components: [{ type: 'header', parameters: [{ type: 'image', image: { id: '7' } }] }],
        },
      ],
    },
  ] as const;
  expect(line({ type: 'template', template: { name: 'a', language: { code: 'ko' }, components } })).toEqual([
    ['header {{1}}', 'Spring'],
    ['body who', 'Kim'],
    ['body {{2}}', '₩100'],
    ['button 0', 'A1'],
    ['card 1 header', '7'],
  ]);
});
