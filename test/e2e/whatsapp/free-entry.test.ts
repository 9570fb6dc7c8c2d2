// Who comes by an advertisement and is answered within a day has 72 hours in which messages cost nothing and Meta's
// experiment does not hold (F§4.1, F§4.3). It is about the price alone: free-form text goes by the window of 24 hours.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guest } from '../../support/world.ts';
import { day, hour, offerBy, openStage, type Stage, textBy } from './stage.ts';

const delivered = ['offer→delivered', 'done→done'];
const inExperiment = ['offer→experiment', 'text→accepted', 'done→done'];

const ad = {
  source_type: 'ad',
  source_id: '120200000000000001',
  source_url: 'https://ads.example/spring',
  ctwa_clid: 'click-of-a-test',
  headline: 'Spring',
};

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.publish(offerBy('spring'));
  await stage.publish(textBy('words', { expires: '1h' }));
});
afterAll(() => stage?.stop());

async function play(journey: string, guest: Guest): Promise<string[]> {
  const run = await stage.start(journey, guest);
  await stage.ended(run);
  return stage.path(run);
}

/** Somebody whom marketing doesn't reach, as one attempt has shown; from now on Meta takes everything. */
async function personInExperiment(): Promise<Guest> {
  const guest = await stage.person({ script: { do: 'fail', code: 130_472 } });
  expect(await play('spring', guest)).toEqual(inExperiment);
  stage.local.meta.script(guest.phone, { do: 'deliver' });
  return guest;
}

test('72 hours from the answer the experiment does not hold, and free-form text still needs the window', {
  timeout: 60_000,
}, async () => {
  const guest = await personInExperiment();
  await stage.hears(guest, 'Hello from the ad', { parts: { referral: ad } });
  await stage.advance(guest, 2 * hour);
  expect(await play('spring', guest)).toEqual(delivered);
  await stage.advance(guest, 3 * day - 2 * hour);
  expect(await play('spring', guest)).toEqual(delivered);
  const words = await stage.start('words', guest);
  await stage.advance(guest, hour);
  expect(await stage.path(words)).toEqual(['offer→expired', 'text→accepted', 'done→done']);
  expect(await stage.step(words)).toMatchObject({ policy: 'window', attempted: false });
  expect(stage.posts(guest)).toBe(3);
  await stage.advance(guest, 2 * hour);
  expect(await play('spring', guest)).toEqual(inExperiment);
  expect(stage.posts(guest)).toBe(3);
});

test('an answer without an ad, an ad without an answer, and an answer that fails give nothing', {
  timeout: 60_000,
}, async () => {
  const usual = await personInExperiment();
  const late = await personInExperiment();
  const failed = await personInExperiment();
  await stage.hears(usual, 'Hello');
  expect(await play('spring', usual)).toEqual(delivered);
  await stage.hears(late, 'Hello from the ad', { parts: { referral: ad } });
  await stage.hears(failed, 'Hello from the ad', { parts: { referral: ad } });
  stage.local.meta.script(failed.phone, { do: 'fail', code: 131_049 }, { do: 'deliver' });
  expect(await play('spring', failed)).toEqual(['offer→limit.user', 'text→accepted', 'done→done']);
  for (const guest of [usual, late, failed]) {
    await stage.advance(guest, day + hour);
    expect(await play('spring', guest)).toEqual(inExperiment);
  }
  expect([usual, late, failed].map((guest) => stage.posts(guest))).toEqual([2, 1, 2]);
});

test('nothing of the people, and not their click, is kept where it must not be', () =>
  stage.expectNoTraceOfPeople(ad.ctwa_clid));
