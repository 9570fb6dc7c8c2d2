// A provider that cannot be reached: proved not sent, so Temporal may try again, three times in all.

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
