import { expect, test } from 'vitest';
import { clientOf, deliverTo, graphError, guest, accepted as ok, requestTo, say } from './cloud-client.ts';
import { bodyOf, startRawServer } from './raw-server.ts';

test('a 200 with a message id is accepted, and the request is what Meta documents', async () => {
  const server = await startRawServer(say(200, ok));
  const delivery = await clientOf(server.url).deliver(requestTo(guest));
  expect(delivery).toEqual({
    result: 'accepted',
    providerMessageId: 'wamid.one',
    route: 'messages',
    httpStatus: 200,
  });
  expect(server.requests[0]).toMatch(/^POST \/v25\.0\/1001\/messages HTTP\/1\.1\r\n/);
  expect(server.requests[0]).toMatch(/authorization: Bearer secret\r\n/);
  expect(JSON.parse(bodyOf(server.requests[0]))).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: guest,
    type: 'template',
    template: { name: 'spring_sale', language: { code: 'ko' } },
    biz_opaque_callback_data: 'tok_1',
  });
});

test('a template held for quality assessment is accepted and marked as held', async () => {
  const messages = [{ id: 'wamid.one', message_status: 'held_for_quality_assessment' }];
  expect(await deliverTo(say(200, { ...ok, messages }))).toMatchObject({ result: 'accepted', held: true });
  const other = [{ id: 'wamid.one', message_status: 'a_word_of_next_year' }];
  expect(await deliverTo(say(200, { ...ok, messages: other }))).not.toHaveProperty('held');
});

test('paused is kept back like held, unless the operator knows better', async () => {
  const messages = [{ id: 'wamid.one', message_status: 'paused' }];
  const server = await startRawServer(say(200, { ...ok, messages }));
  expect(await clientOf(server.url).deliver(requestTo(guest))).toHaveProperty('held', true);
  const client = clientOf(server.url, { heldStatuses: ['held_for_quality_assessment'] });
  expect(await client.deliver(requestTo(guest))).not.toHaveProperty('held');
});

test("a 401 in other words than Meta's refuses the key: by the standard nothing was done", async () => {
  const failure = { code: 'http_401', outcome: 'account', retry: 'park' };
  expect(await deliverTo(say(401, 'Invalid api key'))).toMatchObject({ result: 'refused', failure });
});

test.each([
  [400, graphError(132001), { code: '132001', outcome: 'template.missing', retry: 'never' }],
  [401, graphError(190), { code: '190', outcome: 'account', retry: 'park' }],
  [500, graphError(131000), { code: '131000', outcome: 'unavailable', retry: 'transient' }],
  [400, graphError('130429'), { code: '130429', outcome: 'limit.sender', retry: 'rate' }],
  [503, graphError(987654), { code: '987654', outcome: 'unavailable', retry: 'transient' }],
  [400, graphError(987654), { code: '987654', outcome: 'invalid', retry: 'never' }],
  [
    400,
    graphError(987654, { is_transient: true }),
    { code: '987654', outcome: 'unavailable', retry: 'transient' },
  ],
  [200, graphError(131008), { code: '131008', outcome: 'invalid', retry: 'never' }],
])('HTTP %i with a Graph error is refused by its code', async (status, body, failure) => {
  expect(await deliverTo(say(status, body))).toEqual({
    result: 'refused',
    failure,
    route: 'messages',
    httpStatus: status,
  });
});

test('131049 ends as the US pause for a US number only', async () => {
  const us = await deliverTo(say(400, graphError(131049)), '+14155550123');
  expect(us).toMatchObject({ failure: { outcome: 'limit.us', retry: 'never' } });
  const canada = await deliverTo(say(400, graphError(131049)), '+14165550123');
  expect(canada).toMatchObject({ failure: { outcome: 'limit.user', retry: 'never' } });
});

test('Retry-After is honoured in seconds and as a date', async () => {
  const seconds = await deliverTo(say(429, graphError(130429), { 'retry-after': '7' }));
  expect(seconds).toMatchObject({ failure: { retry: 'rate', retryAfterMs: 7_000 } });
  const past = new Date(0).toUTCString();
  const date = await deliverTo(say(429, graphError(130429), { 'retry-after': past }));
  expect(date).toMatchObject({ failure: { retryAfterMs: 0 } });
});

test('a number without credentials is refused without asking, until an operator has put them there', async () => {
  const server = await startRawServer(say(200, ok));
  const client = clientOf(server.url, { senders: { find: () => undefined, renew: async () => false } });
  const failure = { code: 'no_credentials', outcome: 'account', retry: 'park' };
  const delivery = await client.deliver(requestTo(guest));
  expect(delivery).toEqual({ result: 'refused', failure, httpStatus: 0 });
  expect(server.connections).toBe(0);
});

test('a message that Meta would refuse for its form is refused without asking', async () => {
  const server = await startRawServer(say(200, ok));
  const delivery = await clientOf(server.url).deliver(requestTo('010-1234'));
  const failure = { code: 'phone-not-e164', outcome: 'invalid', retry: 'never' };
  expect(delivery).toEqual({ result: 'refused', failure, httpStatus: 0 });
  expect(server.connections).toBe(0);
});
