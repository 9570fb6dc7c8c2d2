// Our bodies and Meta's own description of them: what we build, Meta takes, and what Meta shows, we can say.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toRequestBody } from '../../../src/whatsapp/payload.ts';
import { findMetaFacts } from '../meta-facts.ts';
import { mendings } from '../meta-mendings.ts';
import { readMetaDescription } from '../meta-openapi.ts';
import { arbitraryContents } from './arbitrary-content.ts';
import { parseBody } from './parse-body.ts';

const path = findMetaFacts('META_OPENAPI', '../shared/facts/meta-openapi-v23.yaml');
const to = fc.constantFrom(
  { phone: '+821012345678' },
  { businessScopedUserId: 'KR.13491208655302' },
  { parentUserId: 'KR.ENT.11815799212886844830' },
);

// Meta's description is beside the project where we work, not in it.
describe.skipIf(path === undefined)("with Meta's OpenAPI description", () => {
  const meta = path === undefined ? undefined : readMetaDescription(path);
  const errorsOf = (body: unknown) => (meta?.validate(body) ? [] : (meta?.validate.errors ?? ['absent']));

  test('is mended in ten named places, no more', () => {
    expect(mendings.map(({ why }) => why.length > 20)).toEqual(Array(10).fill(true));
  });

  test.each(arbitraryContents)('any %s that passes our checks is valid', (_kind, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, to, (content, recipient) => {
        const result = toRequestBody({ content, to: recipient, token: 'att_1', about: 'wamid.A' });
        expect(result).toMatchObject({ ok: true });
        expect(result.ok ? errorsOf(result.body) : []).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('has fifty named examples', () => {
    expect(meta?.examples).toHaveLength(50);
  });

  test.each(meta?.examples ?? [])('the example "%s" is valid, and ours says the same', (_name, example) => {
    expect(errorsOf(example)).toEqual([]);
    const result = toRequestBody({ ...parseBody(example), token: 'att_1' });
    expect(result).toMatchObject({ ok: true });
    expect(result.ok ? errorsOf(result.body) : []).toEqual([]);
  });

  test('an example without oddities comes out as it went in', () => {
    const odd = /template|Sample Text|Preview URL|Reply to List|Contact/i;
    const plain = (meta?.examples ?? []).filter(([name]) => !odd.test(name));
    expect(plain.length).toBeGreaterThan(30);
    for (const [, example] of plain) {
      const result = toRequestBody({ ...parseBody(example), token: 'att_1' });
      const added = { recipient_type: 'individual', biz_opaque_callback_data: 'att_1' };
      expect(result.ok && result.body).toEqual({ ...('status' in example ? {} : added), ...example });
    }
  });

  test.each([
    ['an unknown field', { subject: 'x' }],
    ['a wrong type', { text: { body: 7 } }],
    ['no address', { to: undefined }],
    ['no product', { messaging_product: undefined }],
    ['two contents', { image: { id: '1' } }],
    [
      'an unknown part of a template',
      asTemplate({ type: 'foot', parameters: [{ type: 'text', text: 'a' }] }),
    ],
    ['an unknown parameter', asTemplate({ type: 'body', parameters: [{ type: 'words', text: 'a' }] })],
    ['a parameter without its value', asTemplate({ type: 'body', parameters: [{ type: 'text' }] })],
    [
      'a parameter of another kind',
      asTemplate({ type: 'header', parameters: [{ type: 'payload', payload: 'a' }] }),
    ],
  ])('the check itself notices %s', (_what, change) => {
    const result = toRequestBody({
      content: { type: 'text', text: { body: 'hi' } },
      to: { phone: '+821012345678' },
      token: 'att_1',
    });
    const body = result.ok ? result.body : {};
    expect(errorsOf(body)).toEqual([]);
    expect(errorsOf({ ...body, ...change })).not.toEqual([]);
  });
});

function asTemplate(component: object) {
  const template = { name: 'a', language: { code: 'ko' }, components: [component] };
  return { type: 'template', text: undefined, template };
}
