// What the language can say, on the real engine: conditional waits, sub-journeys, bounded cycles, variables, other
// journeys' runs, throttles, entries by inbound messages.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Guest, startWorld, type World } from '../support/world.ts';

const hour = 3_600_000;
const api = { on: { api: true } };
const done = { type: 'exit', with: { as: 'reached' } };

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

async function happens(guest: Guest, event: string, data: Record<string, unknown> = {}): Promise<void> {
  await world.api('/v1/events', { person: guest.externalId, event, data });
  await world.settled(guest);
}

const publish = (journey: Record<string, unknown> & { readonly id: string }) => world.publish(journey);

const runsOf = (journey: string, guest: Guest) =>
  world.local.store
    .selectFrom('run')
    .selectAll()
    .where('journey_id', '=', journey)
    .where('person_id', '=', guest.id)
    .orderBy('id')
    .execute();

describe('a wait for events with conditions', () => {
  const purchase = {
    id: 'purchase',
    name: 'Purchase',
    entry: api,
    exit: [{ on: { event: 'left' }, as: 'left' }],
    start: 'wait',
    nodes: {
      wait: {
        type: 'wait.event',
        with: {
          events: [
            { event: 'order.placed', if: 'event.total >= 100', as: 'large' },
            { event: 'order.placed', if: 'event.total >= 10', as: 'small' },
            { event: 'cart.left', as: 'left' },
          ],
          within: '2h',
        },
        next: { large: 'done', small: 'again', left: 'done', timeout: 'done' },
      },
      again: {
        type: 'wait.event',
        with: { event: 'order.placed', if: 'event.total > 0', within: '1h', since: 'entry' },
        next: { received: 'done', timeout: 'done' },
      },
      done,
    },
  };
  beforeAll(() => world.publish(purchase));

  test('passes over what means nothing, and looks back to the entry where it says so', async () => {
    const guest = await world.person();
    const run = await world.start('purchase', guest);
    await happens(guest, 'order.placed', { total: 5 });
    await happens(guest, 'order.placed', { nothing: true });
    expect(await world.path(run)).toEqual(['wait→…']);
    await happens(guest, 'order.placed', { total: 20 });
    expect(await world.ended(run)).toBe('reached');
    expect(await world.path(run)).toEqual(['wait→small', 'again→received', 'done→reached']);
  });

  test('ends by time, by the event without a condition, by an exit rule', async () => {
    const guest = await world.person();
    const late = await world.start('purchase', guest);
    await happens(guest, 'order.placed', { total: 1 });
    await world.advance(guest, 3 * hour);
    expect((await world.path(late))[0]).toBe('wait→timeout');
    const left = await world.start('purchase', guest);
    await happens(guest, 'cart.left');
    expect((await world.path(left))[0]).toBe('wait→left');
    const exited = await world.start('purchase', guest);
    await world.settled(guest);
    await happens(guest, 'left');
    expect(await world.ended(exited)).toBe('left');
  });
});

describe('a journey in a journey', () => {
  const inner = (text: string) => ({
    id: 'inner',
    name: 'Inner',
    entry: api,
    start: 'rest',
    nodes: {
      rest: { type: 'delay', with: { for: '2h' }, next: 'text' },
      text: {
        type: 'sms.send',
        with: { text },
        next: { accepted: 'told', unresolved: 'missed', '*': 'missed' },
      },
      told: { type: 'exit', with: { as: 'told' } },
      missed: { type: 'exit', with: { as: 'missed' } },
    },
  });
  const outer = {
    id: 'outer',
    name: 'Outer',
    entry: api,
    start: 'call',
    nodes: {
      call: { type: 'journey.run', with: { journey: 'inner' }, next: { told: 'check', missed: 'done' } },
      check: {
        type: 'branch',
        with: { cases: [{ name: 'told', if: 'nodes.call.outcome == "told"' }] },
        next: { told: 'done', else: 'odd' },
      },
      odd: { type: 'exit', with: { as: 'odd' } },
      done,
    },
  };

  test('runs as a part of it, as it was when the outer one was published', async () => {
    await world.publish(inner('First'));
    await world.publish(outer);
    await world.publish(inner('Second'));
    const guest = await world.person();
    const run = await world.start('outer', guest);
    await world.settled(guest);
    expect(await world.local.runs.state(run)).toMatchObject({ node: 'call/rest', state: 'waiting' });
    await world.advance(guest, 3 * hour);
    expect(await world.ended(run)).toBe('reached');
    const path = ['call/rest→done', 'call/text→accepted', 'call/told→told'];
    expect(await world.path(run)).toEqual([...path, 'call→told', 'check→told', 'done→reached']);
    expect(world.local.sms.received(guest.phone).map(({ text }) => text)).toEqual(['First']);
  });

  test('published anew, the outer one is a new version where the inner one has changed', async () => {
    await world.publish(inner('Third'));
    expect(await world.api('/v1/journeys', outer)).toMatchObject({ version: 2 });
    expect(await world.api('/v1/journeys', outer)).toMatchObject({ version: 2 });
  });

  test('keeps to its own policy, and to what it leaves open in that of the journey around it', async () => {
    const { text: send, told } = inner('Hello').nodes;
    const post = (next: string) => ({ ...send, next: { accepted: next, unresolved: next, '*': next } });
    const oneADay = { caps: [{ max: 1, per: 'P1D' }] };
    const part = { id: 'part', name: 'Part', entry: api, start: 'one' };
    await publish({ ...part, policy: oneADay, nodes: { one: post('two'), two: post('told'), told } });
    const call = { type: 'journey.run', with: { journey: 'part' }, next: 'text' };
    const whole = { id: 'whole', name: 'Whole', entry: api, start: 'call' };
    await publish({ ...whole, nodes: { call, text: post('done'), done } });
    const guest = await world.person();
    const run = await world.start('whole', guest);
    expect(await world.ended(run)).toBe('reached');
    const path = ['call/one→accepted', 'call/two→capped', 'call/told→told', 'call→told'];
    expect(await world.path(run)).toEqual([...path, 'text→accepted', 'done→reached']);

    await publish({ ...part, nodes: { one: post('two'), two: post('told'), told } });
    await publish({ ...whole, policy: oneADay, nodes: { call, text: post('done'), done } });
    const next = await world.person();
    const inherited = await world.start('whole', next);
    expect(await world.ended(inherited)).toBe('reached');
    expect(await world.path(inherited)).toEqual([...path, 'text→capped', 'done→reached']);
  });

  test('must be known', async () => {
    const call = { ...outer.nodes.call, with: { journey: 'nowhere' } };
    const lost = { ...outer, id: 'lost', nodes: { ...outer.nodes, call } };
    await expect(world.publish(lost)).rejects.toThrow();
  });
});

test('a cycle goes on to its bound, and counts in a variable', async () => {
  await publish({
    id: 'cycle',
    name: 'Cycle',
    entry: api,
    start: 'count',
    nodes: {
      count: {
        type: 'set',
        with: { vars: { rounds: 'has(run.vars.rounds) ? run.vars.rounds + 1 : 1' } },
        next: 'rest',
      },
      rest: { type: 'delay', with: { for: '1h' }, maxVisits: 3, next: { done: 'count', exhausted: 'check' } },
      check: {
        type: 'branch',
        with: { cases: [{ name: 'four', if: 'run.vars.rounds == 4.0' }] },
        next: { four: 'done', else: 'odd' },
      },
      odd: { type: 'exit', with: { as: 'odd' } },
      done,
    },
  });
  const guest = await world.person();
  const run = await world.start('cycle', guest);
  await world.advance(guest, 4 * hour);
  expect(await world.ended(run)).toBe('reached');
  const round = ['count→done', 'rest→done'];
  const end = ['count→done', 'rest→exhausted', 'check→four', 'done→reached'];
  expect(await world.path(run)).toEqual([...round, ...round, ...round, ...end]);
});

test('a run that is not awaited goes its own way, on the same clock', async () => {
  await publish({
    id: 'side',
    name: 'Side',
    entry: { ...api, again: 'never' },
    start: 'rest',
    nodes: { rest: { type: 'delay', with: { for: '1h' }, next: 'done' }, done },
  });
  await publish({
    id: 'main',
    name: 'Main',
    entry: api,
    start: 'side',
    nodes: {
      side: {
        type: 'journey.run',
        with: { journey: 'side', wait: false, event: { from: "'main'" } },
        next: { started: 'done', refused: 'no' },
      },
      no: { type: 'exit', with: { as: 'no' } },
      done,
    },
  });
  const guest = await world.person();
  expect(await world.ended(await world.start('main', guest))).toBe('reached');
  await world.settled(guest);
  const [side] = await runsOf('side', guest);
  expect(side).toMatchObject({ event: { from: 'main' }, rehearsed: true });
  await world.advance(guest, 2 * hour);
  expect(await world.ended(side?.id ?? '')).toBe('reached');
  expect(await world.ended(await world.start('main', guest))).toBe('no');
});

test('a throttle lets some through, and the others in their turn', async () => {
  await publish({
    id: 'slow',
    name: 'Slow',
    entry: api,
    start: 'throttle',
    nodes: { throttle: { type: 'throttle', with: { limit: 1, per: 'hour' }, next: 'done' }, done },
  });
  const guests = [await world.person(), await world.person()];
  const runs: string[] = [];
  for (const guest of guests) {
    runs.push(await world.start('slow', guest));
    await world.settled(guest);
  }
  expect(await world.path(runs[0] ?? '')).toEqual(['throttle→granted', 'done→reached']);
  expect(await world.path(runs[1] ?? '')).toEqual(['throttle→…']);
  await world.advance(guests[1] as Guest, hour);
  expect(await world.path(runs[1] ?? '')).toEqual(['throttle→granted', 'done→reached']);
});

test('a message that is a keyword starts a journey', async () => {
  await publish({
    id: 'joins',
    name: 'Joins',
    entry: { on: { inbound: { keywords: ['start', '시작'] } } },
    start: 'hello',
    nodes: {
      hello: {
        type: 'whatsapp.message',
        with: { text: 'You wrote {{ event.text }}', await: 'accepted', waitForWindow: false },
        next: { accepted: 'done', unresolved: 'done', '*': 'done' },
      },
      done,
    },
  });
  const guest = await world.person();
  world.local.meta.reply(guest.phone, 'not this');
  await world.settled(guest);
  expect(await runsOf('joins', guest)).toEqual([]);
  world.local.meta.reply(guest.phone, ' 시작! ');
  await world.settled(guest);
  const [run] = await runsOf('joins', guest);
  expect(run?.event).toMatchObject({ text: ' 시작! ', type: 'text' });
  expect(await world.ended(run?.id ?? '')).toBe('reached');
  expect(await world.path(run?.id ?? '')).toEqual(['hello→accepted', 'done→reached']);
});
