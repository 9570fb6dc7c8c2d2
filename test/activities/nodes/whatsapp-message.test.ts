// `whatsapp.message`: every kind from an author's config to Meta's content, its texts, and what is refused.

import { describe, expect, test } from 'vitest';
import { bodyOf, composed, liquidOf, textsOf } from '../../support/composed.ts';
import { configured, refusalsOf } from '../../support/flow-visit.ts';
import { messageCases } from './whatsapp-message-cases.ts';

const type = 'whatsapp.message';

describe('a free-form message', () => {
  test.each(messageCases)('is composed: %s', (_kind, with_, content) => {
    expect(composed(type, with_)).toMatchObject({ channel: 'whatsapp', form: 'free-form', body: content });
    expect(bodyOf(type, with_)).toMatchObject({ ok: true });
  });

  test.each(messageCases)('tells of all its texts: %s', (_kind, with_) => {
    const told = textsOf(type, with_);
    expect(told).toEqual(expect.arrayContaining(liquidOf(with_)));
    for (const [path, source] of told) {
      const stands = path.split('.').reduce<unknown>((at, key) => Object(at)[key], with_);
      expect([path, stands]).toEqual([path, source]);
    }
  });

  test('is of the service category, waits for the window, and may quote', () => {
    const { node, config } = configured(type, { text: 'a' });
    expect(node.kind === 'message' && node.plan(config)).toEqual({
      await: 'delivered',
      within: '24h',
      waitForWindow: true,
      category: 'service',
    });
    expect(composed(type, { text: 'a' })).not.toHaveProperty('about');
    expect(composed(type, { text: 'a', replyTo: 'offer' })).toMatchObject({ about: { sentBy: 'offer' } });
    expect(composed(type, { sticker: { id: '1' }, replyTo: { inbound: 'last' } })).toMatchObject({
      about: 'last-inbound',
    });
  });
});

describe('refused is', () => {
  const button = (id: string, title = id) => ({ id, title });
  test.each([
    ['nothing to say', {}],
    ['a caption that a sticker has no place for', { sticker: { id: '1' }, text: 'a' }],
    ['two kinds in one', { text: 'a', buttons: [button('a')], list: {} }],
    ['a fourth button', { text: 'a', buttons: ['a', 'b', 'c', 'd'].map((id) => button(id)) }],
    ['an id twice', { text: 'a', buttons: [button('a', 'A'), button('a', 'B')] }],
    ['a title longer than Meta takes', { text: 'a', buttons: [button('a', 'x'.repeat(21))] }],
    [
      'an eleventh row',
      {
        text: 'a',
        list: {
          button: 'a',
          sections: ['a', 'b'].map((s) => ({
            title: s,
            rows: Array.from({ length: 6 }, (_, n) => button(`${s}${n}`)),
          })),
        },
      },
    ],
    ['an address that is none', { image: 'picture.jpg' }],
    ['products without a header', { text: 'a', products: { catalog: '1', sections: [{ items: ['a'] }] } }],
  ])('%s', (_what, with_) => {
    expect(refusalsOf(type, with_)).not.toEqual([]);
  });

  test('no title with variables, whose length nobody knows yet', () => {
    expect(
      refusalsOf(type, { text: 'a', buttons: [button('a', `{{ person.firstName | default: 'there' }}`)] }),
    ).toEqual([]);
  });
});
