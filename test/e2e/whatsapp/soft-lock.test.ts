// The drill for the day on which Meta locks an account softly (F§4.7): what the business begins waits, answers go on, what
// is urgent goes another way in time, and an operator lets those who waited go at a rate of their choice.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guest } from '../../support/world.ts';
import { hour, minute, offerBy, openStage, type Stage, textBy } from './stage.ts';

const delivered = ['offer→delivered', 'done→done'];

let stage: Stage;
let sender = '';
beforeAll(async () => {
  stage = await openStage({ meta: { rules: { changeWebhooks: { on: true } } } });
  await stage.publish(offerBy('patient'));
  await stage.publish(offerBy('urgent', 'login_code', { expires: '10m' }));
  await stage.publish(textBy('answer'));
  const { senders } = await stage.api('/v1/senders');
  const numbers = senders as { readonly id: string; readonly channel: string }[];
  sender = numbers.find(({ channel }) => channel === 'whatsapp')?.id ?? '';
});
afterAll(() => stage?.stop());

const people = (count: number, options = {}) =>
  Promise.all(Array.from({ length: count }, () => stage.person(options)));
const restrictions = async () => (await stage.api(`/v1/senders/${sender}`))['restrictions'];

async function begin(journey: string, guests: readonly Guest[]): Promise<string[]> {
  const runs = await Promise.all(guests.map((guest) => stage.start(journey, guest)));
  await Promise.all(guests.map((guest) => stage.settled(guest)));
  return runs;
}

test('a soft lock parks what the business begins, and an operator lets it go', {
  timeout: 90_000,
}, async () => {
  const { meta } = stage.local;
  // Meta tells it, and refuses what is sent all the same.
  meta.setAccount({ softLock: true });
  await stage.heard();
  expect(await restrictions()).toMatchObject([{ kind: 'soft-lock', until: null }]);

  const waiting = await people(6);
  const runs = await begin('patient', waiting);
  for (const guest of waiting) expect(stage.posts(guest)).toBe(0);
  const [first = ''] = runs;
  expect(await stage.step(first)).toMatchObject({ policy: 'restrictions', because: { kind: 'soft-lock' } });

  const [writer, hasty] = await people(2);
  if (writer === undefined || hasty === undefined) throw new TypeError('two people were asked for');
  await stage.says(writer, 'Are you there?');
  const [answered = ''] = await begin('answer', [writer]);
  expect(await stage.path(answered)).toEqual(delivered);

  const [urgent = ''] = await begin('urgent', [hasty]);
  await stage.advance(hasty, 9 * minute);
  expect(await stage.path(urgent)).toEqual(['offer→…']);
  await stage.advance(hasty, 2 * minute);
  expect(await stage.path(urgent)).toEqual(['offer→account', 'text→accepted', 'done→done']);

  meta.setAccount({ softLock: false });
  const before = Date.now();
  const done = await stage.api(`/v1/senders/${sender}/acknowledge`, { perSecond: 2 });
  expect(done).toMatchObject({ lifted: [{ kind: 'soft-lock' }], sends: 6, seconds: 3 });
  await Promise.all(runs.map((run) => stage.ended(run)));
  for (const run of runs) expect(await stage.path(run)).toEqual(delivered);
  for (const guest of waiting) expect(stage.posts(guest)).toBe(1);
  expect(Date.now() - before).toBeGreaterThanOrEqual(2_000);
  expect(await restrictions()).toEqual([]);
  await expect(stage.api(`/v1/senders/${sender}/acknowledge`, { perSecond: 2 })).rejects.toThrow(
    'SENDER_FREE',
  );
});

test('a lock that only a refusal tells of stops all others, who are let go in the same way', {
  timeout: 60_000,
}, async () => {
  const { meta } = stage.local;
  meta.setRules({ changeWebhooks: { on: false } });
  meta.setAccount({ softLock: true });
  const [first, ...others] = await people(4, { rehearsed: false });
  if (first === undefined) throw new TypeError('somebody was asked for');
  const [met = ''] = await begin('patient', [first]);
  expect(stage.posts(first)).toBe(1);
  const spared = await begin('patient', others);
  for (const guest of others) expect(stage.posts(guest)).toBe(0);
  meta.setAccount({ softLock: false });
  expect(await stage.api(`/v1/senders/${sender}/acknowledge`, { perSecond: 10 })).toMatchObject({ sends: 3 });
  for (const run of spared) {
    await stage.ended(run);
    expect(await stage.path(run)).toEqual(delivered);
  }
  for (const { phone } of others) expect(meta.received(phone)).toHaveLength(1);
  // Who met it takes the other way at once.
  expect(await stage.path(met)).toEqual(['offer→account', 'text→accepted', 'done→done']);
});

test('a restriction with an end is waited for until then', { timeout: 60_000 }, async () => {
  const [guest] = await people(1);
  if (guest === undefined) throw new TypeError('somebody was asked for');
  const now = await stage.now(guest);
  const expiration = Math.floor((now + 5 * hour) / 1_000);
  await stage.tell('account_update', {
    event: 'ACCOUNT_RESTRICTION',
    restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration }],
  });
  const [run = ''] = await begin('patient', [guest]);
  await stage.advance(guest, 4 * hour);
  expect(await stage.path(run)).toEqual(['offer→…']);
  expect(await stage.step(run)).toMatchObject({ because: { until: expiration * 1_000 } });
  await stage.advance(guest, 2 * hour);
  expect(await stage.path(run)).toEqual(delivered);
  expect(stage.posts(guest)).toBe(1);
});

test('nothing of the people is kept where it must not be', () => stage.expectNoTraceOfPeople());
