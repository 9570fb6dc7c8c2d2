// Nobody knows whether the message left: the connection broke, or something else answered in Meta's place. It is never
// sent again blindly; what people's phones tell settles it, also long after the run went on (DESIGN 7.2, 7.3).

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Behaviour } from '../../../src/emulators/cloud-api/behaviour.ts';
import { hour, minute, offerBy, openStage, questionBy, type Stage } from './stage.ts';

const silence = { do: 'silence' } as const;
const delivered = ['offer→delivered', 'done→done'];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ meta: { delivery: { duplicates: 1, shuffleSeed: 7 } } });
  await stage.publish(offerBy('offer'));
  await stage.publish(questionBy('question'));
  await stage.publish(offerBy('receipt', 'receipt', { repeatUnresolved: true }));
  await stage.tell('template_category_update', {
    message_template_id: 77,
    message_template_name: 'receipt',
    message_template_language: 'ko',
    previous_category: 'MARKETING',
    new_category: 'UTILITY',
  });
});
afterAll(() => stage?.stop());

describe('a message of which nobody knows whether it was sent', { timeout: 60_000 }, () => {
  test.each<[string, Behaviour]>([
    ['the connection is reset after Meta took it', { do: 'reset-after-accept' }],
    ['a gateway answers with HTML after Meta took it', { do: 'html', httpStatus: 502, accepted: true }],
  ])('is settled by its evidence: %s', async (_what, script) => {
    const guest = await stage.person({ script });
    const run = await stage.start('offer', guest);
    expect(await stage.ended(run)).toBe('done');
    expect(await stage.path(run)).toEqual(delivered);
    expect(stage.posts(guest)).toBe(1);
  });

  test('is known by its statuses to the run of whoever quotes it', async () => {
    const guest = await stage.person({ script: { do: 'reset-after-accept' } });
    const run = await stage.start('question', guest);
    await stage.settled(guest);
    await stage.heard();
    const [message] = stage.local.meta.messages(guest.phone);
    stage.local.meta.reply(guest.phone, 'Yes, please', { context: message?.wamid });
    expect(await stage.ended(run)).toBe('done');
    expect(await stage.path(run)).toEqual(['offer→replied', 'done→done']);
    expect(stage.posts(guest)).toBe(1);
  });

  test('is given up after ten minutes of marketing, and never tried again', async () => {
    const guest = await stage.person({ script: { do: 'reset-after-accept', fate: silence } });
    const run = await stage.start('offer', guest);
    await stage.advance(guest, 9 * minute);
    expect((await stage.local.runs.state(run)).state).toBe('reconciling');
    await stage.advance(guest, 2 * minute);
    expect(await stage.path(run)).toEqual(['offer→unresolved', 'text→accepted', 'done→done']);
    expect(stage.posts(guest)).toBe(1);

    const [message] = stage.local.meta.messages(guest.phone);
    stage.local.meta.report(message?.wamid ?? '', { status: 'delivered' });
    await stage.settled(guest);
    expect(await stage.path(run)).toEqual(['offer→unresolved', 'text→accepted', 'done→done']);
    expect(await stage.step(run, 'offer')).toMatchObject({ message: { late: true, reached: 'delivered' } });
  });

  test('is tried once more after two minutes where its author wants that of a receipt, then no more', async () => {
    const guest = await stage.person({ script: { do: 'reset-after-accept', fate: silence } });
    const run = await stage.start('receipt', guest);
    await stage.settled(guest);
    await stage.advance(guest, minute);
    expect(stage.posts(guest)).toBe(1);
    await stage.advance(guest, 2 * minute);
    expect(stage.posts(guest)).toBe(2);
    await stage.advance(guest, hour);
    expect(stage.posts(guest)).toBe(2);
    expect(await stage.path(run)).toEqual(['offer→unresolved', 'text→accepted', 'done→done']);
  });

  test('is settled by evidence that comes within that time', async () => {
    const guest = await stage.person({ script: { do: 'reset-after-accept', fate: silence } });
    const run = await stage.start('offer', guest);
    await stage.advance(guest, 5 * minute);
    const [message] = stage.local.meta.messages(guest.phone);
    stage.local.meta.report(message?.wamid ?? '', { status: 'read' });
    expect(await stage.ended(run)).toBe('done');
    expect(await stage.path(run)).toEqual(delivered);
    expect(stage.local.sms.received(guest.phone)).toEqual([]);
  });
});

test('silence after Meta took a message is the end of its time, and late delivery is told as such', async () => {
  const guest = await stage.person({ script: silence });
  const run = await stage.start('offer', guest);
  await stage.advance(guest, 3 * hour);
  expect(await stage.path(run)).toEqual(['offer→silent', 'text→accepted', 'done→done']);
  const [message] = stage.local.meta.messages(guest.phone);
  stage.local.meta.report(message?.wamid ?? '', { status: 'delivered' });
  await stage.settled(guest);
  expect(await stage.step(run, 'offer')).toMatchObject({ outcome: 'silent', message: { late: true } });
});

test('nothing of the people is kept where it must not be', () => stage.expectNoTraceOfPeople());
