import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WhatsAppContent } from '../../src/messaging/whatsapp-content.ts';
import { toTemplateParameter } from '../../src/whatsapp/payload/template-parameter.ts';
import { toRequestBody } from '../../src/whatsapp/payload.ts';

const to = { phone: '+821012345678' };
const token = 'tok_1';
const textOf = (body: string): WhatsAppContent => ({ type: 'text', text: { body } });
const templateOf = (type: 'header' | 'body', ...texts: string[]): WhatsAppContent => ({
  type: 'template',
  template: {
    name: 'spring_sale',
    language: { code: 'ko' },
    components: [{ type, parameters: texts.map((text) => ({ type: 'text', parameter_name: 'name', text })) }],
  },
});
const bodyOf = (content: WhatsAppContent, recipient: object = to) => {
  const result = toRequestBody({ content, to: recipient, token });
  return result.ok ? result.body : result.problems;
};

test('a message is addressed by phone with its plus, else by business-scoped id, never by both', () => {
  const base = {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    biz_opaque_callback_data: token,
  };
  const content = textOf('hi');
  expect(bodyOf(content)).toEqual({ ...base, ...content, to: '+821012345678' });
  const both = { ...to, businessScopedUserId: 'KR.1' };
  expect(bodyOf(content, both)).toEqual({ ...base, ...content, to: '+821012345678' });
  expect(bodyOf(content, { businessScopedUserId: 'KR.1' })).toEqual({
    ...base,
    ...content,
    recipient: 'KR.1',
  });
});

test.each([
  ['no-recipient', textOf('hi'), {}],
  ['phone-not-e164', textOf('hi'), { phone: '821012345678' }],
  ['phone-not-e164', textOf('hi'), { phone: '+82 10-1234-5678' }],
  ['content-empty', textOf(' \n'), to],
  ['content-too-long', textOf('x'.repeat(4097)), to],
  ['parameter-empty', templateOf('body', '\n\t'), to],
  ['parameter-too-long', templateOf('body', 'x'.repeat(1025)), to],
  ['parameter-too-long', templateOf('header', 'x'.repeat(61)), to],
])('%s is a problem, not a send', (code, content, recipient) => {
  expect(bodyOf(content, recipient)).toMatchObject([{ code }]);
});

test('lengths are counted in code points, not in UTF-16 units', () => {
  expect(toRequestBody({ content: textOf('😀'.repeat(4096)), to, token }).ok).toBe(true);
  expect(bodyOf(textOf('😀'.repeat(4097)))).toEqual([
    { code: 'content-too-long', place: 'text', limit: 4096 },
  ]);
});

test('problems name the place and never the text', () => {
  const problems = bodyOf(templateOf('body', 'x'.repeat(2000), ''));
  expect(problems).toEqual([
    { code: 'parameter-too-long', place: 'body[name]', limit: 1024 },
    { code: 'parameter-empty', place: 'body[name]' },
  ]);
});

test('a free-form text keeps its line breaks; a template parameter loses them', () => {
  expect(bodyOf(textOf('a\nb'))).toMatchObject({ text: { body: 'a\nb' } });
  expect(bodyOf(templateOf('body', ' a\n\n b\tc     d   e '))).toMatchObject({
    template: { components: [{ parameters: [{ text: 'a b c d   e' }] }] },
  });
});

test('a parameter never has breaks, tabs or four spaces, keeps its words, and is clean after one pass', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(' ', '   ', '    ', '\n', '\t', '\r\n', '\u2028', '\u0085'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      const clean = toTemplateParameter(text);
      expect(clean).not.toMatch(/[\n\r\t\v\f\u0085\u2028\u2029]| {4,}/);
      expect(toTemplateParameter(clean)).toBe(clean);
      expect(clean.replace(/[\s\u0085]/g, '')).toBe(text.replace(/[\s\u0085]/g, ''));
    }),
  );
});
