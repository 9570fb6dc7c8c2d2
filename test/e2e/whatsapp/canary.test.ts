// The first people of a node go ahead, the others wait for how those fare: they follow, or nobody is written to any more.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guest } from '../../support/world.ts';
import { offerBy, openStage, type Stage } from './stage.ts';

const canary = { first: 3, wait: '1h', atLeast: 0.6 };

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.publish(offerBy('good', 'good_offer', { canary }));
  await stage.publish(offerBy('bad', 'bad_offer', { canary }));
});
afterAll(() => stage?.stop());

/** Real people: rehearsed ones have no canary. */
const people = (count: number) =>
  Promise.all(Array.from({ length: count }, () => stage.person({ rehearsed: false })));

interface Entered {
  readonly guest: Guest;
  readonly run: string;
}

/** All at once; when they have come to rest, who has been written to and who has not. */
async function enter(journey: string, count: number): Promise<{ first: Entered[]; behind: Entered[] }> {
  const guests = await people(count);
  const entered = await Promise.all(
    guests.map(async (guest) => ({ guest, run: await stage.start(journey, guest) })),
  );
  await Promise.all(guests.map((guest) => stage.settled(guest)));
  return {
    first: entered.filter(({ guest }) => stage.posts(guest) > 0),
    behind: entered.filter(({ guest }) => stage.posts(guest) === 0),
  };
}

const standing = async (journey: string) => {
  const { canaries } = await stage.api(`/v1/journeys/${journey}/canaries`);
  return canaries;
};

test('enough of the first delivered, the others follow', { timeout: 60_000 }, async () => {
  const { meta } = stage.local;
  meta.scriptTemplate('good_offer', { do: 'hold' });
  const { first, behind } = await enter('good', 9);
  expect([first.length, behind.length]).toEqual([3, 6]);
  for (const { run } of behind)
    expect(await stage.step(run)).toMatchObject({ policy: 'canary', because: { admitted: 3, needed: 2 } });
  meta.scriptTemplate('good_offer', { do: 'deliver' });
  for (const { guest } of first.slice(0, 2)) meta.release(guest.phone);
  for (const { run } of behind) expect(await stage.ended(run)).toBe('done');
  expect(await standing('good')).toMatchObject([{ state: 'open', decidedBy: 'evidence', delivered: 2 }]);
  for (const { guest } of first.slice(2)) meta.release(guest.phone);
  for (const { guest, run } of [...first, ...behind]) {
    await stage.ended(run);
    expect(await stage.path(run)).toEqual(['offer→delivered', 'done→done']);
    expect(stage.posts(guest)).toBe(1);
  }
});

test('too many of them failed, nobody else is written to: they go the other way', {
  timeout: 60_000,
}, async () => {
  stage.local.meta.scriptTemplate('bad_offer', { do: 'fail', code: 131_026 });
  const { first, behind } = await enter('bad', 8);
  expect([first.length, behind.length]).toEqual([3, 5]);
  for (const { run } of behind) {
    expect(await stage.ended(run)).toBe('done');
    expect(await stage.path(run)).toEqual(['offer→stopped', 'text→accepted', 'done→done']);
  }
  expect(await standing('bad')).toMatchObject([{ state: 'stopped', decidedBy: 'evidence' }]);
  for (const { guest } of behind) {
    expect(stage.posts(guest)).toBe(0);
    expect(stage.local.sms.received(guest.phone)).toHaveLength(1);
  }
});

test('nothing of the people is kept where it must not be', () => stage.expectNoTraceOfPeople());
