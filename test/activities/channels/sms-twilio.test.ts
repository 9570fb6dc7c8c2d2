import { expect, onTestFinished, test } from 'vitest';
import { createTwilioSms } from '../../../activities/channels/sms-twilio.ts';
import type { Delivery, DeliveryRequest } from '../../../src/messaging/delivery.ts';
import { type Answer, bodyOf, freePort, httpAnswer, startRawServer } from './raw-server.ts';

const accepted = { sid: 'SM1', status: 'queued' };

function request(providerId = '+15005550006'): DeliveryRequest {
  return {
    sender: { id: 'snr_2', channel: 'sms', providerId },
    to: { phone: '+821012345678' },
    message: { channel: 'sms', text: '봄 세일 & more' },
    token: 'tok_2',
  };
}

function clientOf(baseUrl: string) {
  const client = createTwilioSms({
    baseUrl,
    accountSid: 'AC1',
    authToken: 'secret',
    statusCallbackUrl: 'https://hooks.example/sms?v=1',
    limits: { headersTimeoutMs: 200 },
  });
  onTestFinished(() => client.close());
  return client;
}

async function deliverTo(answer: Answer): Promise<Delivery> {
  return clientOf((await startRawServer(answer)).url).deliver(request());
}

const say =
  (status: number, body: unknown): Answer =>
  (socket) =>
    void socket.write(httpAnswer(status, body));

test('a 201 with a sid is accepted, and the form carries text and the token in the callback', async () => {
  const server = await startRawServer(say(201, accepted));
  const client = clientOf(server.url);
  expect(await client.deliver(request())).toEqual({
    result: 'accepted',
    providerMessageId: 'SM1',
    httpStatus: 201,
  });
  expect(server.requests[0]).toMatch(/^POST \/2010-04-01\/Accounts\/AC1\/Messages\.json /);
  expect(server.requests[0]).toContain(`authorization: Basic ${btoa('AC1:secret')}`);
  expect(Object.fromEntries(new URLSearchParams(bodyOf(server.requests[0])))).toEqual({
    To: '+821012345678',
    From: '+15005550006',
    Body: '봄 세일 & more',
    StatusCallback: 'https://hooks.example/sms?v=1&token=tok_2',
  });
  await client.deliver(request('MG1'));
  expect(bodyOf(server.requests[1])).toContain('MessagingServiceSid=MG1');
});

test.each([
  [400, 21211, 'undeliverable', 'never'],
  [400, 21610, 'consent', 'never'],
  [400, 21614, 'undeliverable', 'never'],
  [429, 20429, 'limit.sender', 'rate'],
  [401, 20003, 'account', 'park'],
  [400, 30022, 'limit.sender', 'rate'],
  [429, 99999, 'limit.sender', 'rate'],
  [403, 99999, 'account', 'park'],
  [500, 99999, 'unavailable', 'transient'],
  [400, 99999, 'invalid', 'never'],
])('HTTP %i with code %i is refused as %s, retry %s', async (status, code, outcome, retry) => {
  const delivery = await deliverTo(say(status, { code, message: 'no', status }));
  const failure = { code: String(code), outcome, retry };
  expect(delivery).toEqual({ result: 'refused', failure, httpStatus: status });
});

test.each<[string, Answer]>([
  ['an HTML 502', say(502, '<html/>')],
  ['a 201 without a sid', say(201, {})],
  ['a 201 that is an error', say(201, { code: 21211 })],
  ['a reset', (socket) => void socket.resetAndDestroy()],
  ['silence', () => {}],
])('%s leaves it unknown', async (_name, answer) => {
  expect(await deliverTo(answer)).toMatchObject({ result: 'unknown' });
});

test('a refused port is proved not sent', async () => {
  const delivery = await clientOf(`http://127.0.0.1:${await freePort()}`).deliver(request());
  expect(delivery).toEqual({ result: 'not-sent', reason: 'ECONNREFUSED' });
});
