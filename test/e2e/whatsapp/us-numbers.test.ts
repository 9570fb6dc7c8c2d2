// Meta's pause of marketing to US numbers (F§0 row 6, F§4.4): who shares the country code and is not meant, who is meant
// and is not tried, and what becomes of the messages when the pause ends.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, hour, offerBy, openStage, type Stage } from './stage.ts';

const noonInTwoDays = (Math.floor(Date.now() / day) + 3) * day + day / 2;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({
    policy: { usPause: { until: new Date(noonInTwoDays).toISOString(), wait: true } },
  });
  // What is worth sending for half a day does not wait two; the other does.
  await stage.publish(offerBy('hasty', 'spring_sale', { expires: '12h' }));
  await stage.publish(offerBy('patient', 'spring_sale', { expires: 'P5D' }));
  await stage.publish(offerBy('receipt', 'receipt'));
  await stage.tell('message_template_status_update', {
    event: 'APPROVED',
    message_template_id: 77,
    message_template_name: 'receipt',
    message_template_language: 'ko',
    message_template_category: 'UTILITY',
  });
});
afterAll(() => stage?.stop());

const fallback = ['offer→limit.us', 'text→accepted', 'done→done'];
const delivered = ['offer→delivered', 'done→done'];

describe('marketing to a number that begins with +1', { timeout: 60_000 }, () => {
  test.each([
    ['New York', '+12125550101'],
    ['a toll-free number', '+18005550101'],
    ['an area code that nobody knows yet', '+12225550101'],
  ])('goes another way without a try: %s', async (_where, phone) => {
    const guest = await stage.person({ phone, timeZone: 'America/New_York' });
    const run = await stage.start('hasty', guest);
    await stage.ended(run);
    expect(await stage.path(run)).toEqual(fallback);
    expect(stage.posts(guest)).toBe(0);
    expect(await stage.step(run, 'offer')).toMatchObject({
      attempted: false,
      policy: 'us-pause',
      because: { until: noonInTwoDays },
    });
  });

  test.each([
    ['Toronto', '+14165550101'],
    ['Jamaica', '+18765550101'],
    ['the Dominican Republic', '+18095550101'],
    ['Puerto Rico', '+17875550101'],
    ['Guam', '+16715550101'],
  ])('is sent once: %s', async (_where, phone) => {
    const guest = await stage.person({ phone, timeZone: 'America/Toronto' });
    const run = await stage.start('hasty', guest);
    await stage.ended(run);
    expect(await stage.path(run)).toEqual(delivered);
    expect(stage.posts(guest)).toBe(1);
  });
});

describe('the pause', { timeout: 60_000 }, () => {
  test('does not concern a receipt', async () => {
    const guest = await stage.person({ phone: '+12125550102' });
    const run = await stage.start('receipt', guest);
    await stage.ended(run);
    expect(await stage.path(run)).toEqual(delivered);
  });

  test('is waited for where the message is still worth sending when it ends', async () => {
    const guest = await stage.person({ phone: '+12125550103' });
    const run = await stage.start('patient', guest);
    await stage.advance(guest, noonInTwoDays - (await stage.now(guest)) - hour);
    expect(stage.posts(guest)).toBe(0);
    expect((await stage.local.runs.state(run)).state).toBe('parked');
    await stage.advance(guest, 2 * hour);
    expect(await stage.path(run)).toEqual(delivered);
    expect(stage.posts(guest)).toBe(1);
  });
});

test('nothing of the people is kept where it must not be', () => stage.expectNoTraceOfPeople());
