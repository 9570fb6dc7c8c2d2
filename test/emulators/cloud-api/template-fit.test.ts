import { describe, expect, test } from 'vitest';
import { started } from '../started.ts';

const ADA = '+821012345678';
const text = (value: string, name?: string) => ({
  ...{ type: 'text', text: value },
  ...(name !== undefined && { parameter_name: name }),
});
const body = (...parameters: unknown[]) => ({ type: 'body', parameters });
const header = (parameter: unknown) => ({ type: 'header', parameters: [parameter] });
const image = { type: 'image', image: { link: 'https://example.com/a.png' } };
const button = (kind: string, index: number, parameter: object) => ({
  ...{ type: 'button', sub_type: kind, index: String(index) },
  parameters: [parameter],
});
const payload = { type: 'payload', payload: 'p' };

const offer = {
  ...{ name: 'offer', language: 'ko', category: 'MARKETING', status: 'APPROVED' },
  components: [
    { type: 'HEADER', format: 'IMAGE' },
    { type: 'BODY', text: 'Hi {{1}}, {{2}} is waiting. Yes, {{1}}!' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'Stop' },
        { type: 'URL', text: 'Shop', url: 'https://example.com/{{1}}' },
      ],
    },
  ],
};
const named = {
  ...{
    name: 'named',
    language: 'ko',
    category: 'UTILITY',
    status: 'APPROVED',
    parameterFormat: 'NAMED' as const,
  },
  components: [{ type: 'BODY', text: 'Hi {{first_name}}, order {{order}} is there.' }],
};
const url = button('url', 1, text('spring'));

describe('a message of a template that the account has', () => {
  test.each([
    ['fits', 'offer', [header(image), body(text('Ada'), text('tea')), url], undefined],
    [
      'may name its quick replies',
      'offer',
      [header(image), body(text('A'), text('b')), button('quick_reply', 0, payload), url],
      undefined,
    ],
    ['lacks a parameter', 'offer', [header(image), body(text('Ada')), url], 132000],
    ['has one too many', 'offer', [header(image), body(text('A'), text('b'), text('c')), url], 132000],
    ['lacks the header’s image', 'offer', [body(text('A'), text('b')), url], 132000],
    ['has text for the image', 'offer', [header(text('A')), body(text('A'), text('b')), url], 132012],
    ['lacks the link’s ending', 'offer', [header(image), body(text('A'), text('b'))], 131008],
    [
      'has a button of another kind',
      'offer',
      [header(image), body(text('A'), text('b')), button('flow', 1, { type: 'action', action: {} })],
      132018,
    ],
    [
      'has a third button',
      'offer',
      [header(image), body(text('A'), text('b')), url, button('url', 2, text('x'))],
      132018,
    ],
    ['grows too long', 'offer', [header(image), body(text('A'), text('x'.repeat(1024))), url], 132005],
    ['names a positional one', 'offer', [header(image), body(text('A', 'first'), text('b')), url], 132012],
    ['fits by names in any order', 'named', [body(text('7', 'order'), text('Ada', 'first_name'))], undefined],
    ['has a wrong name', 'named', [body(text('7', 'order'), text('Ada', 'last_name'))], 132012],
    ['lacks the names', 'named', [body(text('7'), text('Ada'))], 132012],
  ])('%s', async (_what, name, components, code) => {
    const { client } = await started({ templates: [offer, named] });
    const template = { name, language: { code: 'ko' }, components };
    const answer = await client.post({ messaging_product: 'whatsapp', to: ADA, type: 'template', template });
    expect([answer.status, answer.body.error?.code]).toEqual([code === undefined ? 200 : 400, code]);
  });

  test('is told of a wrong count as Meta words it', async () => {
    const { client } = await started({ templates: [named] });
    const template = { name: 'named', language: { code: 'ko' } };
    const { body: answer } = await client.post({
      messaging_product: 'whatsapp',
      to: ADA,
      type: 'template',
      template,
    });
    expect(answer.error?.error_data?.details).toBe(
      'body: number of localizable_params (0) does not match the expected number of params (2)',
    );
  });

  test('in another language, or refused by script as well, keeps the script for the next one', async () => {
    const { emulator, client } = await started({ templates: [named] });
    emulator.script(ADA, { do: 'refuse', code: 131000 }, { do: 'deliver' });
    const post = (code: string) =>
      client.post({
        ...{ messaging_product: 'whatsapp', to: ADA, type: 'template' },
        template: {
          ...{ name: 'named', language: { code } },
          components: [body(text('7', 'order'), text('Ada', 'first_name'))],
        },
      });
    const codes = [await post('en'), await post('ko'), await post('ko')].map(({ body: b }) => b.error?.code);
    expect(codes).toEqual([132001, 131000, undefined]);
  });
});
