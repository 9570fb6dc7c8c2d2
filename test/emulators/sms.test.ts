import { request } from 'undici';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type SmsEmulator, startSms } from '../../src/emulators/sms.ts';

const ADA = '+821012345678';

async function startedSms(): Promise<SmsEmulator> {
  const emulator = await startSms();
  onTestFinished(() => emulator.close());
  return emulator;
}

async function send(emulator: SmsEmulator, form: Record<string, string>, authToken = emulator.authToken) {
  const credentials = Buffer.from(`${emulator.accountSid}:${authToken}`).toString('base64');
  const response = await request(`${emulator.url}/2010-04-01/Accounts/${emulator.accountSid}/Messages.json`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${credentials}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(form).toString(),
    headersTimeout: 300,
  });
  return { status: response.statusCode, body: (await response.body.json()) as Record<string, unknown> };
}

const message = { To: ADA, From: '+15550100002', Body: '봄 세일 & more' };

describe('the SMS emulator', () => {
  test('takes a message and records it once', async () => {
    const emulator = await startedSms();
    const answer = await send(emulator, message);
    expect(answer).toMatchObject({
      status: 201,
      body: { sid: expect.stringMatching(/^SM[0-9a-f]{32}$/), status: 'queued', to: ADA, error_code: null },
    });
    expect(emulator.received(ADA)).toMatchObject([{ sid: answer.body.sid, text: '봄 세일 & more' }]);
    const listed = await request(`${emulator.url}/_emulator/received?to=${encodeURIComponent(ADA)}`);
    expect(await listed.body.json()).toEqual({ received: emulator.received(ADA) });
  });

  test('refuses a wrong token and a bad number in the shape of the provider', async () => {
    const emulator = await startedSms();
    expect(await send(emulator, message, 'wrong')).toMatchObject({ status: 401, body: { code: 20003 } });
    expect(await send(emulator, { ...message, To: 'Ada' })).toEqual({
      status: 400,
      body: { code: 21211, message: expect.any(String), more_info: expect.any(String), status: 400 },
    });
    expect(await send(emulator, { To: ADA, From: '+15550100002' })).toMatchObject({ body: { code: 21602 } });
    expect(emulator.received(ADA)).toEqual([]);
    expect(emulator.requestCount()).toBe(3);
  });

  test('refuses, resets and times out by script, and then accepts', async () => {
    const emulator = await startedSms();
    emulator.script(
      ADA,
      { do: 'refuse', code: 21610, httpStatus: 400 },
      { do: 'reset', accepted: false },
      { do: 'timeout' },
      { do: 'accept' },
    );
    expect(await send(emulator, message)).toMatchObject({ status: 400, body: { code: 21610 } });
    await expect(send(emulator, message)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(emulator.received(ADA)).toHaveLength(0);
    await expect(send(emulator, message)).rejects.toMatchObject({ code: 'UND_ERR_HEADERS_TIMEOUT' });
    expect(emulator.received(ADA)).toHaveLength(1);
    expect((await send(emulator, message)).status).toBe(201);
  });
});
