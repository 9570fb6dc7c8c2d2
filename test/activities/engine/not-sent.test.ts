// An SMS provider that refuses, or cannot be reached: proved not sent, so Temporal may try again, three times in all.

import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTwilioSms } from '../../../activities/channels/sms-twilio.ts';
import { type SmsEmulator, startSms } from '../../../src/emulators/sms.ts';
import { createSendWorld, noon, type SendWorld } from './send-world.ts';
import type { Visit } from './visit.ts';

let world: SendWorld;
let provider: SmsEmulator;
const credentials = { accountSid: 'AC_test', authToken: 'test' };

beforeAll(async () => {
  provider = await startSms(credentials);
  world = await createSendWorld({ clients: [createTwilioSms({ baseUrl: provider.url, ...credentials })] });
});
afterAll(() => world.stop());

async function failureOf(visit: Visit): Promise<unknown> {
  try {
    return await visit.execute(noon);
  } catch (error) {
    return error;
  }
}

test('a code of another provider means nothing by the table of Meta', async () => {
  const visit = await world.visit('sms.send', { text: 'Hello' });
  provider.script(visit.phone, { do: 'refuse', code: 131049 });
  expect(await visit.execute(noon)).toMatchObject({ outcome: 'invalid', code: '131049' });
  const remembered = await world.store
    .selectFrom('channel_memory')
    .select(['cooldown_since'])
    .where('person_id', '=', visit.personId)
    .execute();
  expect(remembered).toEqual([{ cooldown_since: null }]);
});

test('is tried three times, ever later, and then unavailable', async () => {
  await provider.close();
  const visit = await world.visit('sms.send', { text: 'Hello' });
  for (const nextRetryDelay of [1_000, 2_000]) {
    const failure = await failureOf(visit);
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'SEND_RETRY', nonRetryable: false, nextRetryDelay });
  }
  expect(await visit.execute(noon)).toMatchObject({
    status: 'settled',
    outcome: 'unavailable',
    code: 'not_sent',
    attempted: true,
  });
  expect((await visit.attempts()).map(({ state }) => state)).toEqual(['not_sent', 'not_sent', 'not_sent']);
  expect(await visit.execute(noon)).toMatchObject({ outcome: 'unavailable' });
  expect(await visit.attempts()).toHaveLength(3);
});
