// A template is stopped for everybody at once and comes back for everybody at once (F§4.6), its category is what it is when
// the message goes out, and a message that Meta holds back to see how the first ones do is neither lost nor sent twice (F§4.5).

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hour, offerBy, openStage, type Stage } from './stage.ts';

const delivered = ['offer→delivered', 'done→done'];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.publish(offerBy('paused', 'paused_offer'));
  await stage.publish(offerBy('busy', 'busy_offer'));
  await stage.publish(offerBy('moved', 'moved_note'));
  await stage.publish(offerBy('held', 'held_offer', { within: '6h' }));
  await stage.publish(offerBy('doubled', 'doubled_offer', { alternate: { template: 'other_offer' } }));
});
afterAll(() => stage?.stop());

const about = (name: string) => ({
  message_template_id: 1_000 + name.length,
  message_template_name: name,
  message_template_language: 'ko',
});

const tellStatus = (name: string, event: string) =>
  stage.tell('message_template_status_update', {
    ...about(name),
    event,
    reason: 'NONE',
    message_template_category: 'MARKETING',
    ...(event === 'PAUSED' && { other_info: { title: 'FIRST_PAUSE', description: 'Low quality' } }),
  });

const people = (count: number) => Promise.all(Array.from({ length: count }, () => stage.person()));

describe('a template that Meta pauses', { timeout: 60_000 }, () => {
  test('by webhook parks everybody, and brings everybody back when it is good again', async () => {
    await tellStatus('paused_offer', 'PAUSED');
    const guests = await people(8);
    const runs = await Promise.all(guests.map((guest) => stage.start('paused', guest)));
    await Promise.all(guests.map((guest) => stage.settled(guest)));
    for (const guest of guests) expect(stage.posts(guest)).toBe(0);
    const [first = ''] = runs;
    expect(await stage.step(first)).toMatchObject({
      policy: 'template',
      because: { template: 'paused_offer', status: 'PAUSED', reason: 'FIRST_PAUSE' },
    });
    await tellStatus('paused_offer', 'APPROVED');
    await Promise.all(runs.map((run) => stage.ended(run)));
    for (const run of runs) expect(await stage.path(run)).toEqual(delivered);
    for (const guest of guests) expect(stage.posts(guest)).toBe(1);
  });

  test('in its answer stops all others: no more tries than were in flight', async () => {
    const { meta } = stage.local;
    meta.scriptTemplate('paused_offer', { do: 'refuse', code: 132_015 });
    const first = await stage.person();
    const run = await stage.start('paused', first);
    await stage.settled(first);
    const guests = await people(6);
    const runs = await Promise.all(guests.map((guest) => stage.start('paused', guest)));
    await Promise.all(guests.map((guest) => stage.settled(guest)));
    for (const guest of guests) expect(stage.posts(guest)).toBe(0);
    meta.scriptTemplate('paused_offer', { do: 'deliver' });
    await tellStatus('paused_offer', 'APPROVED');
    await Promise.all(runs.map((one) => stage.ended(one)));
    for (const one of runs) expect(await stage.path(one)).toEqual(delivered);
    // Who was refused goes the other way at once.
    expect(await stage.ended(run)).toBe('done');
    expect(await stage.path(run)).toEqual(['offer→template.paused', 'text→accepted', 'done→done']);
  });

  test('while a crowd is on its way: everybody is written to once, by this way or the other', async () => {
    const { meta, sms } = stage.local;
    const template = { name: 'busy_offer', language: 'ko' };
    meta.setRules({ changeWebhooks: { on: true } });
    meta.addTemplate({ ...template, category: 'MARKETING', status: 'APPROVED' });
    const guests = await people(16);
    const sent = () => guests.filter(({ phone }) => meta.messages(phone).length > 0).length;
    const runs = Promise.all(guests.map((guest) => stage.start('busy', guest)));
    await meta.until(() => sent() >= 3);
    meta.setTemplate(template, { status: 'PAUSED' });
    const before = sent();
    const started = await runs;
    await Promise.all(guests.map((guest) => stage.settled(guest)));
    expect(sent()).toBe(before);
    meta.setTemplate(template, { status: 'APPROVED' });
    for (const run of started) expect(await stage.ended(run)).toBe('done');
    for (const { phone } of guests) {
      expect(meta.received(phone).length + sms.received(phone).length).toBe(1);
      expect(meta.requests(phone)).toHaveLength(1);
    }
  });

  test('is replaced by the alternate that the author named', async () => {
    await tellStatus('doubled_offer', 'PAUSED');
    const guest = await stage.person();
    const run = await stage.start('doubled', guest);
    await stage.ended(run);
    expect(await stage.path(run)).toEqual(delivered);
    expect(stage.local.meta.messages(guest.phone)).toMatchObject([{ template: 'other_offer' }]);
  });
});

test('a template that becomes marketing is judged as marketing from its next message on', async () => {
  const move = (from: string, to: string) =>
    stage.tell('template_category_update', {
      ...about('moved_note'),
      previous_category: from,
      new_category: to,
    });
  await move('MARKETING', 'UTILITY');
  const guest = await stage.person({ phone: '+12125550104' });
  const asUtility = await stage.start('moved', guest);
  await stage.ended(asUtility);
  expect(await stage.path(asUtility)).toEqual(delivered);
  await move('UTILITY', 'MARKETING');
  const asMarketing = await stage.start('moved', guest);
  await stage.ended(asMarketing);
  expect(await stage.path(asMarketing)).toEqual(['offer→limit.us', 'text→accepted', 'done→done']);
  expect(stage.posts(guest)).toBe(1);
});

describe('a message that is held for quality', { timeout: 60_000 }, () => {
  test('is waited for at least as long as any other, and is delivered when it is let go', async () => {
    const guest = await stage.person({ script: { do: 'hold' } });
    const run = await stage.start('held', guest);
    await stage.advance(guest, 3 * hour);
    expect(await stage.path(run)).toEqual(['offer→…']);
    stage.local.meta.release(guest.phone);
    expect(await stage.ended(run)).toBe('done');
    expect(await stage.path(run)).toEqual(delivered);
    expect(stage.posts(guest)).toBe(1);
  });

  test('and dropped goes the other way, and stops the template for everybody', async () => {
    const guest = await stage.person({ script: { do: 'hold' } });
    const run = await stage.start('held', guest);
    await stage.settled(guest);
    stage.local.meta.drop(guest.phone);
    await stage.ended(run);
    expect(await stage.path(run)).toEqual(['offer→template.paused', 'text→accepted', 'done→done']);
    const next = await stage.person();
    const parked = await stage.start('held', next);
    await stage.settled(next);
    expect(stage.posts(next)).toBe(0);
    expect(await stage.step(parked)).toMatchObject({ policy: 'template', because: { reason: '132015' } });
  });
});

test('nothing of the people is kept where it must not be', () => stage.expectNoTraceOfPeople());
