import { describe, expect, test } from 'vitest';
import { started } from '../started.ts';

const ADA = '+821012345678';

describe('a message to the Cloud API emulator', () => {
  test('is accepted with a unique wamid that holds the number, and reported sent and delivered', async () => {
    const { emulator, client, receiver } = await started();
    const first = await client.template('+82 10-1234-5678', 'token-1');
    const second = await client.template(ADA, 'token-2');
    await emulator.idle();

    expect(first.status).toBe(200);
    expect(first.body.contacts).toEqual([{ input: '+82 10-1234-5678', wa_id: '821012345678' }]);
    const [accepted] = first.body.messages ?? [];
    expect(accepted?.message_status).toBe('accepted');
    expect(accepted?.id).not.toBe(second.body.messages?.[0]?.id);
    const record = Buffer.from(String(accepted?.id).replace('wamid.', ''), 'base64').toString('latin1');
    expect(record).toContain('821012345678');

    const mine = receiver.statuses().filter(({ id }) => id === accepted?.id);
    expect(mine.map(({ status }) => status).sort()).toEqual(['delivered', 'sent']);
    for (const status of mine) {
      expect(status).toMatchObject({ recipient_id: '821012345678', biz_opaque_callback_data: 'token-1' });
      expect(status.timestamp).toMatch(/^\d{10}$/);
      expect(status.pricing).toMatchObject({ category: 'marketing', type: 'regular', pricing_model: 'PMP' });
    }
    expect(emulator.received(ADA).map(({ text, token }) => [text, token])).toEqual([
      ['spring_sale: name=Ada', 'token-1'],
      ['spring_sale: name=Ada', 'token-2'],
    ]);
  });

  test('with a wrong token is refused with 190, and counted as a request', async () => {
    const { emulator, client } = await started();
    const answer = await client.post({ messaging_product: 'whatsapp', to: ADA }, { accessToken: 'stolen' });
    expect(answer.status).toBe(401);
    expect(answer.body.error).toMatchObject({ type: 'OAuthException', code: 190 });
    expect(emulator.requests(ADA)).toHaveLength(1);
    expect(emulator.messages(ADA)).toEqual([]);
  });

  test.each([
    ['without a recipient', { messaging_product: 'whatsapp', type: 'text', text: { body: 'hi' } }, 100],
    ['without its content', { messaging_product: 'whatsapp', to: ADA, type: 'template' }, 100],
    ['of an unknown type', { messaging_product: 'whatsapp', to: ADA, type: 'poem', poem: {} }, 100],
    ['with an unknown key', { messaging_product: 'whatsapp', to: ADA, text: { body: 'hi' }, txt: 1 }, 100],
    ['to no number', { messaging_product: 'whatsapp', to: 'Ada', text: { body: 'hi' } }, 131009],
    [
      'that is too long',
      { messaging_product: 'whatsapp', to: ADA, text: { body: 'x'.repeat(4097) } },
      131009,
    ],
    ['that is no object', [], 100],
  ])('%s is refused in the shape of Meta', async (_what, body, code) => {
    const { client } = await started();
    const answer = await client.post(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toEqual({
      message: expect.stringContaining(`(#${code})`),
      type: 'OAuthException',
      code,
      error_data: { messaging_product: 'whatsapp', details: expect.any(String) },
      fbtrace_id: expect.any(String),
    });
  });

  test('to a business-scoped id is answered and reported without a phone number', async () => {
    const { emulator, client, receiver } = await started();
    const answer = await client.post({
      messaging_product: 'whatsapp',
      recipient: 'US.13491208655302741918',
      type: 'template',
      template: { name: 'hello', language: { code: 'en' } },
    });
    await emulator.idle();
    expect(answer.body.contacts).toEqual([
      { input: 'US.13491208655302741918', user_id: 'US.13491208655302741918' },
    ]);
    expect(receiver.statuses()[0]).toMatchObject({ recipient_user_id: 'US.13491208655302741918' });
    expect(receiver.statuses()[0]).not.toHaveProperty('recipient_id');
  });
});

describe('the 24-hour window', () => {
  test('lets free-form messages fail with 131047 until the person writes', async () => {
    const { emulator, client, receiver } = await started();
    const early = await client.text(ADA, 'too early');
    await emulator.idle();
    expect(early.status).toBe(200);
    expect(receiver.statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131047 }] }]);
    expect(emulator.received(ADA)).toEqual([]);

    emulator.reply(ADA, 'hello');
    await client.text(ADA, 'in time');
    await emulator.idle();
    expect(receiver.inbound()).toMatchObject([{ from: '821012345678', text: { body: 'hello' } }]);
    expect(emulator.received(ADA).map(({ text }) => text)).toEqual(['in time']);
  });

  test('closes by the clock of the phone, which stamps the webhooks too', async () => {
    const { emulator, client, receiver } = await started({ now: () => Date.parse('2026-03-01T10:00:00Z') });
    emulator.reply(ADA, 'hello');
    emulator.setClockOffset(ADA, 24 * 3_600_000 - 1);
    await client.text(ADA, 'last millisecond');
    emulator.setClockOffset(ADA, 24 * 3_600_000);
    await emulator.idle();
    await client.text(ADA, 'too late');
    await emulator.idle();
    expect(emulator.received(ADA).map(({ text }) => text)).toEqual(['last millisecond']);
    const failed = receiver.statuses().find(({ status }) => status === 'failed');
    expect(failed?.timestamp).toBe(String(Date.parse('2026-03-02T10:00:00Z') / 1000));
  });
});
