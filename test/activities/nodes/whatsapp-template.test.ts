// `whatsapp.template`: every part from an author's config to Meta's components, its texts, and what checks are told.

import { describe, expect, test } from 'vitest';
import { bodyOf, composed, liquidOf, textsOf } from '../../support/composed.ts';
import { configured, refusalsOf } from '../../support/flow-visit.ts';
import { templateBase, templateCases } from './whatsapp-template-cases.ts';

const type = 'whatsapp.template';
const name = '{{ person.firstName }}';
describe('a template', () => {
  test.each(templateCases)('is composed: %s', (_part, with_, components) => {
    expect(composed(type, { ...templateBase, ...with_ })).toEqual({
      channel: 'whatsapp',
      form: 'template',
      body: { type: 'template', template: { name: 'spring_sale', language: { code: 'ko' }, components } },
    });
    expect(bodyOf(type, { ...templateBase, ...with_ })).toMatchObject({ ok: true });
  });

  test.each(templateCases)('tells of all its texts: %s', (_part, with_) => {
    expect(textsOf(type, { ...templateBase, ...with_ })).toEqual(expect.arrayContaining(liquidOf(with_)));
  });

  test('tells checks what it gives: the header, the body, the buttons, the cards', () => {
    const { node, config } = configured(type, {
      ...templateBase,
      header: { video: { id: '1' } },
      body: { who: name },
      buttons: [{ index: 1, coupon: 'A' }],
      carousel: [{ header: { image: { id: '1' } } }],
    });
    expect(node.message?.(config).template).toEqual({
      name: 'spring_sale',
      language: 'ko',
      header: 'video',
      headerParameters: 1,
      bodyParameters: ['who'],
      buttons: [{ index: 1, kind: 'copy_code' }],
      cards: 1,
    });
  });

  test('with an end of an offer that is no time is not sent', () => {
    expect(bodyOf(type, { ...templateBase, offerEnds: 'soon' })).toMatchObject({
      ok: false,
      problems: [{ code: 'parameter-malformed', place: 'offer' }],
    });
  });
});

test.each([
  ['a header that is too long', { header: 'x'.repeat(61) }],
  ['a header of two kinds', { header: { image: { id: '1' }, video: { id: '1' } } }],
  ['a position beyond nine', { buttons: [{ index: 10, text: 'a' }] }],
  ['a button of two kinds', { buttons: [{ index: 0, text: 'a', payload: 'b' }] }],
  ['a card without a picture', { carousel: [{ body: ['a'] }] }],
  [
    'a third button of a card',
    {
      carousel: [
        { header: { image: { id: '1' } }, buttons: [0, 1, 2].map((index) => ({ index, payload: 'a' })) },
      ],
    },
  ],
  ['eleven cards', { carousel: Array(11).fill({ header: { image: { id: '1' } } }) }],
  ['a currency that is none', { body: [{ currency: 'won', amount: 1, shown: 'a' }] }],
])('refused is %s', (_what, with_) => {
  expect(refusalsOf(type, { ...templateBase, ...with_ })).not.toEqual([]);
});
