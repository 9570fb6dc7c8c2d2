import { describe, expect, test } from 'vitest';
import { toIdentity, toUserId } from '../../../src/emulators/cloud-api/identity.ts';
import { started } from '../started.ts';

const ADA = '+821012345678';
const to = { messaging_product: 'whatsapp', to: ADA };
const interactive = (parts: object) => ({ ...to, type: 'interactive', interactive: parts });
const template = (...components: unknown[]) => ({
  ...to,
  type: 'template',
  template: { name: 'hello', language: { code: 'ko' }, components },
});
const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });

describe('a message that is wrong', () => {
  test.each([
    [
      'without a row’s title',
      interactive({ type: 'list', body: { text: 'a' }, action: list({ id: 'x' }) }),
      131008,
    ],
    ['with a fourth button', interactive(buttons(4)), 131009],
    ['with two buttons of one id', interactive(withButtons([reply('a', 'A'), reply('a', 'B')])), 131009],
    ['with a long button', interactive(withButtons([reply('a', 'x'.repeat(21))])), 131009],
    ['with the action of another type', interactive({ ...buttons(1), type: 'list' }), 131008],
    ['of an interactive type that is not one', interactive({ ...buttons(1), type: 'dance' }), 131009],
    ['with a reaction to nothing', { ...to, type: 'reaction', reaction: { emoji: '👍' } }, 100],
    [
      'with media by id and link',
      { ...to, type: 'image', image: { id: '1', link: 'https://e.org/a.png' } },
      131009,
    ],
    ['with media by neither', { ...to, type: 'image', image: {} }, 100],
    ['with a link that is none', { ...to, type: 'image', image: { link: 'a.png' } }, 131009],
    ['with a caption on a sticker', { ...to, type: 'sticker', sticker: { id: '1', caption: 'a' } }, 100],
    ['with a contact without a name', { ...to, type: 'contacts', contacts: [{}] }, 131008],
    ['that only people can send', { ...to, type: 'order', order: {} }, 131051],
    ['with a line break in a parameter', template(body('a\nb')), 132018],
    ['with five spaces in a parameter', template(body('a     b')), 132018],
    ['with an unknown key in its template', template({ type: 'body', parameters: [], tone: 'warm' }), 100],
    ['with a button beyond the tenth', template(button(10)), 131009],
    [
      'with a token that is too long',
      { ...to, text: { body: 'a' }, biz_opaque_callback_data: 'x'.repeat(513) },
      131009,
    ],
    ['to something like a business-scoped id', { ...messageTo('us.1349'), text: { body: 'a' } }, 131009],
    [
      'of a category without Direct Send',
      { ...to, type: 'text', text: { body: 'a' }, category: 'utility' },
      100,
    ],
    [
      'with a time to live but no category',
      { ...to, type: 'text', text: { body: 'a' }, ttl_seconds: 60 },
      100,
    ],
  ])('%s is refused', async (_what, wrong, code) => {
    const { emulator, client } = await started();
    const { status, body: answer } = await client.post(wrong);
    expect([status, answer.error?.code, answer.error?.error_data?.details]).toEqual([
      400,
      code,
      expect.any(String),
    ]);
    expect(emulator.messages(ADA)).toEqual([]);
  });

  test('is told where it is wrong', async () => {
    const { client } = await started();
    const nested = await client.post(template({ type: 'body', parameters: [{ type: 'text' }] }));
    expect(nested.body.error?.error_data?.details).toContain(
      "template['components'][0]['parameters'][0]['text'] is missing",
    );
    const stray = await client.post({ ...to, type: 'text', text: { body: 'a', tone: 'warm' } });
    expect(stray.body.error?.message).toBe('(#100) Unexpected key "tone" on param "text"');
  });

  test('is not measured in halves of an emoji', async () => {
    const { client } = await started();
    expect((await client.text(ADA, '😀'.repeat(4096))).status).toBe(200);
    expect((await client.text(ADA, '😀'.repeat(4097))).body.error?.code).toBe(131009);
  });
});

describe('the two sides of a message', () => {
  test('are not the same number', async () => {
    const { emulator, client } = await started();
    const [sender] = emulator.senders;
    const answer = await client.template(`+${sender.displayPhoneNumber}`);
    expect(answer.body.error?.code).toBe(131021);
  });

  test('are a number that is registered and somebody: others are refused with 133010', async () => {
    const { emulator, client } = await started();
    emulator.setNumber({ status: 'DISCONNECTED' });
    expect((await client.template(ADA)).body.error?.code).toBe(133010);
    emulator.setNumber({ status: 'CONNECTED' });
    expect((await client.template(ADA)).status).toBe(200);
  });

  test('are addressed by the phone when a business-scoped id is given too', async () => {
    const { client } = await started();
    const answer = await client.post({ ...to, recipient: 'US.1349', type: 'text', text: { body: 'a' } });
    expect(answer.body.contacts).toEqual([{ input: ADA, wa_id: '821012345678' }]);
  });

  test('need a phone number for an authentication template (131062)', async () => {
    const { emulator, client } = await started({ templateCategories: { code: 'authentication' } });
    const code = { type: 'template', template: { name: 'code', language: { code: 'ko' } } };
    const scoped = await client.post({ ...messageTo('US.1349'), ...code });
    expect([scoped.status, scoped.body.error?.code]).toEqual([400, 131062]);
    expect((await client.post({ ...to, ...code })).status).toBe(200);
    expect(emulator.messages('US.1349')).toEqual([]);
  });

  test('go by the address that was used, also where the number behind a business-scoped id is known', async () => {
    const { emulator, client } = await started({ templateCategories: { code: 'authentication' } });
    const userId = toUserId(toIdentity(ADA));
    const known = await client.template(ADA);
    expect(known.body.contacts).toEqual([{ input: ADA, wa_id: ADA.slice(1) }]);
    const scoped = await client.template(userId);
    expect(scoped.body.contacts).toEqual([{ input: userId, user_id: userId }]);
    expect((await client.template(userId, undefined, 'code')).body.error?.code).toBe(131062);
    expect(emulator.messages(ADA)).toHaveLength(2);
  });
});

function messageTo(recipient: string) {
  return { messaging_product: 'whatsapp', recipient };
}

function withButtons(all: unknown[]) {
  return { type: 'button', body: { text: 'a' }, action: { buttons: all } };
}

function buttons(count: number) {
  return withButtons(Array.from({ length: count }, (_, index) => reply(`id${index}`, `Title ${index}`)));
}

function list(row: object) {
  return { button: 'Open', sections: [{ rows: [row] }] };
}

function body(text: string) {
  return { type: 'body', parameters: [{ type: 'text', text }] };
}

function button(index: number) {
  return { type: 'button', sub_type: 'quick_reply', index, parameters: [{ type: 'payload', payload: 'p' }] };
}
