// Limits of the sender, with a Meta that enforces them (F§1.6, F§4.2, F§4.8): our own rules keep us below, so that hardly a
// message is refused, none is lost and none is sent twice.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hour, minute, offerBy, openStage, type Stage, second } from './stage.ts';

const delivered = ['offer→delivered', 'done→done'];
const withheld = ['offer→limit.user', 'text→accepted', 'done→done'];

/** So many messages to one person, one after the other. */
function chainOf(length: number) {
  const { nodes, ...journey } = offerBy('chain', 'spring_sale', { await: 'accepted' });
  const names = Array.from({ length }, (_, index) => `offer${index}`);
  const offers = names.map((name, index) => {
    const following = names[index + 1] ?? 'done';
    return [name, { ...nodes.offer, next: { accepted: following, unresolved: 'done', '*': 'done' } }];
  });
  return { ...journey, start: 'offer0', nodes: { ...Object.fromEntries(offers), done: nodes.done } };
}

let stage: Stage;
beforeAll(async () => {
  // Of the senders' rate a busy machine would see nothing: its own test sets it.
  stage = await openStage({ meta: { ruleSet: 'meta', rules: { senderThroughput: { on: false } } } });
  for (const journey of [offerBy('offer'), offerBy('other'), chainOf(48)]) await stage.publish(journey);
});
afterAll(() => stage?.stop());

const people = (count: number) => Promise.all(Array.from({ length: count }, () => stage.person()));

/** Refused ones are requests without a message. */
const refusals = (phone: string) =>
  stage.local.meta.requests(phone).length - stage.local.meta.messages(phone).length;

test('the 46th message in a row to one person waits for its six seconds', { timeout: 90_000 }, async () => {
  const guest = await stage.person();
  const run = await stage.start('chain', guest);
  await stage.settled(guest);
  const soon = stage.posts(guest);
  expect(soon).toBeGreaterThanOrEqual(45);
  // As many more as seconds have passed meanwhile, on a slow machine.
  await stage.advance(guest, minute);
  expect(await stage.ended(run)).toBe('done');
  expect(stage.posts(guest)).toBe(48);
  expect(refusals(guest.phone)).toBe(0);
  const at = stage.local.meta.messages(guest.phone).map(({ acceptedAt }) => Date.parse(acceptedAt));
  expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThan(17 * second);
});

describe('Meta’s own count of marketing to one person', { timeout: 60_000 }, () => {
  test('is met once, waited out in full, and starts anew', async () => {
    const guest = await stage.person({ phone: '+61491570157' });
    const play = async (journey: string) => {
      const run = await stage.start(journey, guest);
      await stage.ended(run);
      return stage.path(run);
    };
    expect(await play('offer')).toEqual(delivered);
    expect(await play('other')).toEqual(delivered);
    expect(await play('offer')).toEqual(withheld);
    for (let tries = 0; tries < 3; tries += 1) {
      await stage.advance(guest, 7 * hour);
      expect(await play('other')).toEqual(withheld);
    }
    expect(stage.posts(guest)).toBe(3);
    await stage.advance(guest, 4 * hour);
    expect(await play('offer')).toEqual(delivered);
  });
});

test('beyond a day’s people, the next wait for a place', { timeout: 60_000 }, async () => {
  await stage.tell('business_capability_update', { max_daily_conversations_per_business: 2 });
  const guests = await people(3);
  const runs: string[] = [];
  for (const guest of guests) {
    runs.push(await stage.start('offer', guest));
    await stage.settled(guest);
  }
  expect(guests.map((guest) => stage.posts(guest))).toEqual([1, 1, 0]);
  const [, , last] = guests;
  const [, , waiting = ''] = runs;
  if (last === undefined) throw new TypeError('three people were asked for');
  expect(await stage.step(waiting)).toMatchObject({ policy: 'portfolio', because: { limit: 2 } });
  await stage.advance(last, 25 * hour);
  expect(await stage.path(waiting)).toEqual(delivered);
  await stage.tell(
    'business_capability_update',
    { max_daily_conversations_per_business: -1 },
    Date.now() + second,
  );
});

test('a number that is too fast slows down, and everybody gets their message once', {
  timeout: 60_000,
}, async () => {
  stage.local.meta.setRules({ senderThroughput: { on: true, standard: 4 } });
  const guests = await people(16);
  const runs = await Promise.all(guests.map((guest) => stage.start('offer', guest)));
  await Promise.all(runs.map((run) => stage.ended(run)));
  for (const run of runs) expect(await stage.path(run)).toEqual(delivered);
  for (const { phone } of guests) expect(stage.local.meta.received(phone)).toHaveLength(1);
  // It was too fast: otherwise this shows nothing.
  expect(guests.reduce((sum, { phone }) => sum + refusals(phone), 0)).toBeGreaterThan(0);
  const { senders } = await stage.api('/v1/senders');
  const numbers = senders as { readonly channel: string; readonly rate: object }[];
  expect(numbers.find(({ channel }) => channel === 'whatsapp')?.rate).toMatchObject({
    perSecond: 80,
    slowedAt: expect.any(String),
  });
});

test('nothing of the people is kept where it must not be', () => stage.expectNoTraceOfPeople());
