// People whom Meta names by a business-scoped id, with or without a phone number, and people who take another number
// (F§2.4, F§5.1): they are found, written to and followed, in the middle of a journey too.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Guest } from '../../support/world.ts';
import { offerBy, openStage, questionBy, type Stage, textBy } from './stage.ts';

const prices = { ...textBy('prices'), entry: { on: { inbound: { keywords: ['prices'] } } } };

const answered = ['offer→replied', 'done→done'];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  for (const journey of [questionBy('asking'), prices, offerBy('offer')]) await stage.publish(journey);
});
afterAll(() => stage?.stop());

async function runsOf({ id }: Guest, journey: string): Promise<string[]> {
  const rows = await stage.local.store
    .selectFrom('run')
    .select('id')
    .where('person_id', '=', id)
    .where('journey_id', '=', journey)
    .execute();
  return rows.map((row) => row.id);
}

describe('somebody without a visible phone number', { timeout: 60_000 }, () => {
  test('starts a journey, is written to by their id, and answers', async () => {
    const guest = await stage.person({ userId: 'AU.8811223344556677' });
    await stage.says(guest, 'prices');
    const [run = ''] = await runsOf(guest, 'prices');
    await stage.ended(run);
    expect(await stage.path(run)).toEqual(['offer→delivered', 'done→done']);
    expect(stage.local.meta.requests(guest.phone)).toMatchObject([{ to: guest.phone }]);

    const wait = await stage.start('asking', guest);
    await stage.settled(guest);
    await stage.says(guest, 'I take two of them');
    expect(await stage.ended(wait)).toBe('done');
    expect(await stage.path(wait)).toEqual(answered);
  });

  test('is still known when the id becomes another', async () => {
    const guest = await stage.person({ userId: 'AU.1122334455667788', rehearsed: false });
    const moved = { ...guest, phone: 'AU.9988776655443322' };
    const run = await stage.start('asking', guest);
    await stage.settled(guest);
    stage.local.meta.changeUserId(guest.phone, moved.phone);
    await stage.settled(guest);
    await stage.says(moved, 'It is me, with a new phone');
    expect(await stage.ended(run)).toBe('done');
    const next = await stage.start('offer', moved);
    await stage.ended(next);
    expect([stage.posts(guest), stage.posts(moved)]).toEqual([1, 1]);
  });
});

test('an id that comes beside the number is enough the next time', { timeout: 60_000 }, async () => {
  const { meta } = stage.local;
  const guest = await stage.person();
  meta.setWebhookShape({ people: 'both' });
  await stage.says(guest, 'Hello there');
  const run = await stage.start('asking', guest);
  await stage.settled(guest);
  meta.setWebhookShape({ people: 'user-id' });
  await stage.says(guest, 'Yes, please');
  meta.setWebhookShape({ people: 'phone' });
  expect(await stage.ended(run)).toBe('done');
  expect(await stage.path(run)).toEqual(answered);
});

test('who takes another number keeps their journeys, and is written to there', {
  timeout: 60_000,
}, async () => {
  const guest = await stage.person({ rehearsed: false });
  const moved = { ...guest, phone: '+821055500101' };
  const run = await stage.start('asking', guest);
  await stage.settled(guest);
  stage.local.meta.changeNumber(guest.phone, moved.phone);
  await stage.settled(guest);
  await stage.says(moved, 'This is my new number');
  expect(await stage.ended(run)).toBe('done');
  const next = await stage.start('offer', moved);
  await stage.ended(next);
  expect(await stage.path(next)).toEqual(['offer→delivered', 'done→done']);
  expect([stage.posts(guest), stage.posts(moved)]).toEqual([1, 1]);
});

test('nothing of the people is kept where it must not be', () => stage.expectNoTraceOfPeople());
