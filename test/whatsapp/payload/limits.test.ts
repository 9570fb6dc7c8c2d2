// What Meta would refuse for its form is found before anything leaves: each with its code and place, never its text.

import { describe, expect, test } from 'vitest';
import type { Recipient } from '../../../src/messaging/message.ts';
import type { WhatsAppContent } from '../../../src/messaging/whatsapp-content.ts';
import type { WhatsAppInteractive } from '../../../src/messaging/whatsapp-interactive.ts';
import type { CardComponent, WhatsAppTemplateComponent } from '../../../src/messaging/whatsapp-template.ts';
import { failureOfProblems, type PayloadInput, toRequestBody } from '../../../src/whatsapp/payload.ts';

const secret = 'Haneul';
const long = (length: number) => secret.padEnd(length, 'x');
const phone = { phone: '+821012345678' };

function problemsOf(content: WhatsAppContent, more: Partial<PayloadInput> = {}) {
  const result = toRequestBody({ content, to: phone, token: 'att_1', ...more });
  if (result.ok) return [];
  expect(JSON.stringify(result.problems)).not.toContain(secret);
  return result.problems.map(({ code, place, limit }) => [code, place, limit].filter(Boolean).join(' '));
}

const interactive = (of: WhatsAppInteractive): WhatsAppContent => ({ type: 'interactive', interactive: of });
const template = (...components: WhatsAppTemplateComponent[]): WhatsAppContent => ({
  type: 'template',
  template: { name: 'a', language: { code: 'ko' }, components },
});
const body = { text: 'Which?' };
const reply = (id: string, title: string) => ({ type: 'reply' as const, reply: { id, title } });
const buttons = (...given: ReturnType<typeof reply>[]) =>
  interactive({ type: 'button', body, action: { buttons: given } });
const list = (sections: { title?: string; rows: { id: string; title: string; description?: string }[] }[]) =>
  interactive({ type: 'list', body, action: { button: 'Choose', sections } });
const row = (id: string) => ({ id, title: 'A' });
const quick = (index: string, payload = 'p'): CardComponent => ({
  type: 'button',
  sub_type: 'quick_reply',
  index,
  parameters: [{ type: 'payload', payload }],
});

describe('a message that breaks a limit is not sent', () => {
  const cases: readonly (readonly [string, WhatsAppContent, readonly string[]])[] = [
    ['no text', { type: 'text', text: { body: ' \n' } }, ['content-empty text']],
    [
      'a long caption',
      { type: 'image', image: { id: '1', caption: long(1_025) } },
      ['content-too-long image.caption 1024'],
    ],
    [
      'a link that is none',
      { type: 'audio', audio: { link: `ftp://${secret}` } },
      ['content-malformed audio.link'],
    ],
    ['a file without id', { type: 'sticker', sticker: { id: ' ' } }, ['content-empty sticker.id']],
    [
      'a place off the earth',
      { type: 'location', location: { latitude: 91, longitude: Number.NaN } },
      ['content-malformed location.latitude', 'content-malformed location.longitude'],
    ],
    [
      'six cards',
      { type: 'contacts', contacts: Array(6).fill({ name: { formatted_name: 'A' } }) },
      ['content-too-many contacts 5'],
    ],
    [
      'a card without a name',
      { type: 'contacts', contacts: [{ name: { formatted_name: '' }, birthday: secret }] },
      ['content-empty contacts[0].name', 'content-malformed contacts[0].birthday'],
    ],
    ['no emoji', { type: 'reaction', reaction: { emoji: secret } }, ['content-malformed reaction']],
    ['two emoji', { type: 'reaction', reaction: { emoji: '👍👍' } }, ['content-malformed reaction']],
    [
      'four buttons',
      buttons(...['a', 'b', 'c', 'd'].map((id) => reply(id, id))),
      ['content-too-many buttons 3'],
    ],
    ['no buttons', buttons(), ['content-too-few buttons 1']],
    [
      'a long title',
      buttons(reply('a', 'A'), reply('b', long(21))),
      ['content-too-long buttons[1].title 20'],
    ],
    [
      'the same button twice',
      buttons(reply('a', 'A'), reply('a', 'A')),
      ['content-duplicate buttons[1].id', 'content-duplicate buttons[1].title'],
    ],
    [
      'eleven rows',
      list([
        { title: 'S', rows: Array.from({ length: 6 }, (_, n) => row(`a${n}`)) },
        { title: 'T', rows: Array.from({ length: 5 }, (_, n) => row(`b${n}`)) },
      ]),
      ['content-too-many list.rows 10'],
    ],
    [
      'sections without titles',
      list([{ rows: [row('a')] }, { rows: [row('b')] }]),
      ['content-empty list.sections[0].title', 'content-empty list.sections[1].title'],
    ],
    [
      'a row twice',
      list([{ rows: [row('a'), row('a')] }]),
      ['content-duplicate list.sections[0].rows[1].id'],
    ],
    [
      'a long row',
      list([{ rows: [{ id: long(201), title: long(25), description: long(73) }] }]),
      [
        'content-too-long list.sections[0].rows[0].id 200',
        'content-too-long list.sections[0].rows[0].title 24',
        'content-too-long list.sections[0].rows[0].description 72',
      ],
    ],
    [
      'long words around',
      interactive({
        type: 'location_request_message',
        body: { text: long(1_025) },
        footer: { text: long(61) },
        action: { name: 'send_location' },
      }),
      ['content-too-long body 1024', 'content-too-long footer 60'],
    ],
    [
      'a long header',
      interactive({
        type: 'cta_url',
        header: { type: 'text', text: long(61) },
        body,
        action: { name: 'cta_url', parameters: { display_text: long(21), url: 'example' } },
      }),
      ['content-too-long header 60', 'content-too-long link.title 20', 'content-malformed link.url'],
    ],
    [
      'products without header',
      interactive({ type: 'product_list', body, action: { catalog_id: '1', sections: [] } }),
      ['content-empty header', 'content-too-few products.sections 1', 'content-too-few products.products 1'],
    ],
    [
      'a long template header',
      template({ type: 'header', parameters: [{ type: 'text', text: long(61) }] }),
      ['parameter-too-long header 60'],
    ],
    [
      'empty named and ordered parameters',
      template({
        type: 'body',
        parameters: [
          { type: 'text', text: '\n' },
          { type: 'text', parameter_name: 'city', text: '' },
        ],
      }),
      ['parameter-empty body[0]', 'parameter-empty body[city]'],
    ],
    [
      'an amount that is none',
      template({
        type: 'body',
        parameters: [
          { type: 'currency', currency: { code: 'KRW', amount_1000: Number.NaN, fallback_value: '1' } },
        ],
      }),
      ['parameter-malformed body[0]'],
    ],
    ['a position beyond nine', template(quick('10')), ['parameter-malformed buttons[10]']],
    ['a position twice', template(quick('0'), quick('0')), ['parameter-duplicate buttons[0]']],
    ['a button without payload', template(quick('1', '')), ['parameter-empty buttons[1]']],
    [
      'three buttons on a card',
      template({
        type: 'carousel',
        cards: [{ card_index: 0, components: [quick('0'), quick('1'), quick('2')] }],
      }),
      ['parameter-too-many carousel[0].buttons 2'],
    ],
    [
      'an offer without end',
      template({
        type: 'limited_time_offer',
        parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: Number.NaN } }],
      }),
      ['parameter-malformed offer'],
    ],
  ];

  test.each(cases)('%s', (_what, content, problems) => {
    expect(problemsOf(content, { about: 'wamid.A' })).toEqual(problems);
  });
});

describe('whom a message may go to', () => {
  const code: WhatsAppContent = { type: 'template', template: { name: 'otp', language: { code: 'ko' } } };
  const byId: Recipient = { businessScopedUserId: 'KR.1349' };

  test('an id goes whole and in its form, after the phone and before the parent id', () => {
    const addressOf = (to: Recipient) => {
      const result = toRequestBody({ content: code, to, token: 'att_1' });
      return result.ok ? result.body : result.problems;
    };
    const parent = { parentUserId: 'KR.ENT.1181' };
    expect(addressOf({ ...phone, ...byId, ...parent })).toMatchObject({ to: phone.phone });
    expect(addressOf({ ...byId, ...parent })).toMatchObject({ recipient: 'KR.1349' });
    expect(addressOf(parent)).toMatchObject({ recipient: 'KR.ENT.1181' });
    expect(addressOf({ businessScopedUserId: '1349' })).toEqual([
      { code: 'user-id-malformed', place: 'recipient' },
    ]);
  });

  test('codes go to phone numbers only, and a refusal reads as that of Meta', () => {
    expect(problemsOf(code, { to: byId, category: 'authentication' })).toEqual([
      'user-id-not-allowed recipient',
    ]);
    expect(problemsOf(code, { to: byId, category: 'utility' })).toEqual([]);
    expect(problemsOf(code, { category: 'authentication' })).toEqual([]);
    const failure = failureOfProblems([{ code: 'user-id-not-allowed', place: 'recipient' }]);
    expect(failure).toMatchObject({ code: '131062', retry: 'never' });
  });
});

describe('a message about another', () => {
  const bodyOf = (content: WhatsAppContent, about?: string) => {
    const result = toRequestBody({ content, to: phone, token: 'att_1', about });
    return result.ok ? result.body : result.problems;
  };
  const text: WhatsAppContent = { type: 'text', text: { body: 'hi' } };
  const reaction: WhatsAppContent = { type: 'reaction', reaction: { emoji: '👍' } };
  const read: WhatsAppContent = { type: 'read', read: { typing: true } };

  test('is quoted, and goes without a quote where there is none', () => {
    expect(bodyOf(text, 'wamid.A')).toMatchObject({ context: { message_id: 'wamid.A' } });
    expect(bodyOf(text)).not.toHaveProperty('context');
  });

  test('as a reaction names it once, and is nothing without it', () => {
    expect(bodyOf(reaction, 'wamid.A')).toMatchObject({ reaction: { message_id: 'wamid.A', emoji: '👍' } });
    expect(bodyOf(reaction, 'wamid.A')).not.toHaveProperty('context');
    expect(bodyOf(reaction)).toEqual([{ code: 'no-message', place: 'reaction' }]);
  });

  test('as a read receipt is addressed to the message alone', () => {
    expect(bodyOf(read, 'wamid.A')).toEqual({
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: 'wamid.A',
      typing_indicator: { type: 'text' },
    });
    expect(bodyOf({ type: 'read', read: {} }, 'wamid.A')).not.toHaveProperty('typing_indicator');
    expect(bodyOf(read)).toEqual([{ code: 'no-message', place: 'read' }]);
  });
});

test('what fills a template is cleaned wherever it stands; ids and payloads stay as they are', () => {
  const dirty = ' a\n b ';
  const content = template(
    { type: 'header', parameters: [{ type: 'text', text: dirty }] },
    {
      type: 'body',
      parameters: [
        { type: 'currency', currency: { fallback_value: dirty, code: 'KRW', amount_1000: 1 } },
        { type: 'date_time', date_time: { fallback_value: dirty } },
      ],
    },
    { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: dirty }] },
    {
      type: 'button',
      sub_type: 'copy_code',
      index: '1',
      parameters: [{ type: 'coupon_code', coupon_code: dirty }],
    },
    quick('2', dirty),
    {
      type: 'carousel',
      cards: [{ card_index: 0, components: [{ type: 'body', parameters: [{ type: 'text', text: dirty }] }] }],
    },
  );
  const result = toRequestBody({ content, to: phone, token: 'att_1' });
  const sent = JSON.stringify(result);
  expect(sent.match(/"a b"/g)).toHaveLength(6);
  expect(sent.match(/" a\\n b "/g)).toHaveLength(1);
});

test('bad parameters are the template’s outcome, anything else is invalid', () => {
  expect(failureOfProblems([{ code: 'parameter-empty', place: 'body[0]' }]).outcome).toBe('template.params');
  expect(failureOfProblems([{ code: 'content-empty', place: 'text' }]).outcome).toBe('invalid');
  expect(
    failureOfProblems([
      { code: 'parameter-empty', place: 'a' },
      { code: 'no-recipient', place: 'to' },
    ]).outcome,
  ).toBe('invalid');
});
