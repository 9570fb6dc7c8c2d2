import { describe, expect, test } from 'vitest';
import type { Behaviour } from '../../../src/emulators/cloud-api/behaviour.ts';
import { EmulatorError } from '../../../src/emulators/emulator-error.ts';
import { started } from '../started.ts';

const ADA = '+821012345678';
const BOB = '+14165550123';

describe('a script', () => {
  test('is a queue of behaviours of which the last stays', async () => {
    const { emulator, client } = await started();
    emulator.script(ADA, { do: 'refuse', code: 131056, retryAfterSeconds: 4 }, { do: 'read' });
    const refused = await client.template(ADA);
    expect([refused.status, refused.body.error?.code]).toEqual([400, 131056]);
    expect(refused.headers['retry-after']).toBe('4');
    await client.template(ADA);
    await client.template(ADA);
    await emulator.idle();
    expect(emulator.received(ADA).map(({ statuses }) => statuses.at(-1)?.status)).toEqual(['read', 'read']);
  });

  test('of a phone goes before the one of the template', async () => {
    const { emulator, client } = await started();
    emulator.scriptTemplate('spring_sale', { do: 'fail', code: 132015 });
    emulator.script(ADA, { do: 'deliver' });
    await client.template(ADA);
    await client.template(BOB);
    await emulator.idle();
    expect(emulator.received(ADA)).toHaveLength(1);
    expect(emulator.messages(BOB)[0]?.statuses).toMatchObject([{ status: 'failed', code: 132015 }]);
  });

  test('fails a message after its acceptance, with code and details in the webhook', async () => {
    const { emulator, client, receiver } = await started();
    emulator.script(ADA, { do: 'fail', code: 131049, details: 'Not now.', after: 'sent' });
    const answer = await client.template(ADA, 'token');
    await emulator.idle();
    expect(answer.status).toBe(200);
    expect(emulator.received(ADA)).toEqual([]);
    const failed = receiver.statuses().find(({ status }) => status === 'failed');
    expect(failed?.errors).toMatchObject([{ code: 131049, error_data: { details: 'Not now.' } }]);
    expect(failed).toMatchObject({ biz_opaque_callback_data: 'token' });
    expect(failed).not.toHaveProperty('pricing');
  });

  test('breaks the connection after acceptance: no answer, one message, its webhooks', async () => {
    const { emulator, client, receiver } = await started();
    emulator.script(ADA, { do: 'reset-after-accept' });
    await expect(client.template(ADA, 'token')).rejects.toMatchObject({ code: 'ECONNRESET' });
    await emulator.idle();
    expect(emulator.received(ADA)).toMatchObject([{ token: 'token' }]);
    expect(receiver.statuses().every((status) => status.biz_opaque_callback_data === 'token')).toBe(true);
    expect(receiver.statuses()).toHaveLength(2);
  });

  test('breaks the connection before acceptance: a request, but no message', async () => {
    const { emulator, client } = await started();
    emulator.script(ADA, { do: 'reset-before-accept' });
    await expect(client.template(ADA)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await emulator.idle();
    expect(emulator.requests(ADA)).toHaveLength(1);
    expect(emulator.messages(ADA)).toEqual([]);
  });

  test('accepts and never answers', async () => {
    const { emulator, client } = await started();
    emulator.script(ADA, { do: 'timeout' });
    const lost = client.post(
      {
        messaging_product: 'whatsapp',
        to: ADA,
        type: 'template',
        template: { name: 'a', language: { code: 'ko' } },
      },
      { timeoutMs: 300 },
    );
    await expect(lost).rejects.toMatchObject({ code: 'UND_ERR_HEADERS_TIMEOUT' });
    await emulator.idle();
    expect(emulator.received(ADA)).toHaveLength(1);
  });

  test('answers with a proxy page that says nothing about the message', async () => {
    const { emulator, client } = await started();
    emulator.script(ADA, { do: 'html' }, { do: 'html', accepted: true, httpStatus: 504 });
    const lost = await client.template(ADA);
    const taken = await client.template(ADA);
    await emulator.idle();
    expect([lost.status, taken.status]).toEqual([502, 504]);
    expect(lost.headers['content-type']).toContain('text/html');
    expect(emulator.received(ADA)).toHaveLength(1);
  });

  test('holds a message for quality until it is released or dropped', async () => {
    const { emulator, client, receiver } = await started();
    emulator.script(ADA, { do: 'hold' });
    const answer = await client.template(ADA);
    await emulator.idle();
    expect(answer.body.messages?.[0]?.message_status).toBe('held_for_quality_assessment');
    expect(receiver.statuses()).toEqual([]);
    emulator.release(ADA);
    await emulator.idle();
    expect(emulator.received(ADA)).toHaveLength(1);

    await client.template(ADA);
    emulator.drop(ADA);
    await emulator.idle();
    expect(receiver.statuses().at(-1)).toMatchObject({ status: 'failed', errors: [{ code: 132015 }] });
    expect(() => emulator.drop(ADA)).toThrow(EmulatorError);
  });

  test('lets webhooks overtake the answer', async () => {
    const { emulator, client, receiver } = await started();
    emulator.script(ADA, { do: 'deliver', delaysMs: { answer: 300, sent: 0, delivered: 0 } });
    const answer = client.template(ADA).then(({ status }) => ({ status, webhooks: receiver.posts.length }));
    expect(await answer).toEqual({ status: 200, webhooks: 2 });
    await emulator.idle();
  });

  test('is followed: each message is decided when it comes, and statuses are reported on demand', async () => {
    const { emulator, client, receiver } = await started();
    const answers: Behaviour[] = [{ do: 'refuse', code: 131026 }];
    emulator.follow(ADA, () => answers.shift() ?? { do: 'silence' });
    expect((await client.template(ADA)).status).toBe(400);
    expect((await client.template(ADA)).status).toBe(200);
    const [message] = emulator.messages(ADA);
    emulator.report(message?.wamid ?? '', { status: 'failed', code: 131049 });
    await emulator.idle(ADA);
    expect(receiver.statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131049 }] }]);
    expect(() => emulator.report('wamid.none', { status: 'read' })).toThrow(EmulatorError);
  });

  test('is silent: accepted, and nothing is heard again', async () => {
    const { emulator, client, receiver } = await started();
    emulator.script(ADA, { do: 'silence' });
    await client.template(ADA);
    await emulator.idle();
    expect(receiver.posts).toEqual([]);
    expect([emulator.messages(ADA).length, emulator.received(ADA).length]).toEqual([1, 0]);
  });
});
