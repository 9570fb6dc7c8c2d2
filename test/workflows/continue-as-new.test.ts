// A run that has grown long goes on in a new link: from its carry, without a drift, without losing or repeating what
// was sent to it.

import type { temporal } from '@temporalio/proto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { fastForward } from '../../src/runs/fast-forward.ts';
import { type Guest, startWorld, type World } from '../support/world.ts';
import { fetchLinks, type RunHistory, replay } from './histories.ts';
import { beat, pulse } from './recorded-runs.ts';

type MarkerDetails = temporal.api.history.v1.IMarkerRecordedEventAttributes['details'];

/** Three that take turns, since a node is visited a thousand times at most. */
function takeTurns(config: Record<string, unknown>) {
  const turn = (next: string) => ({
    type: 'wait.event',
    with: { event: 'bell.rang', ...config },
    next: { received: next, timeout: next, exhausted: 'done' },
    maxVisits: 1_000,
  });
  return { one: turn('two'), two: turn('three'), three: turn('one'), done: { type: 'exit' } };
}
const turns = ['one', 'two', 'three'];

/** Every bell is heard at once, whatever the run is doing; an order ends it. */
const bells = {
  id: 'bells',
  name: 'Bells',
  entry: { on: { api: true } },
  exit: [{ on: { event: 'order.placed' }, as: 'converted' }],
  start: 'one',
  nodes: takeTurns({ within: '30d' }),
};

/** Bells that ring for a reason: each has to be asked about. */
const reasons = { ...bells, id: 'reasons', nodes: takeTurns({ within: '24h', if: 'event.loud' }) };

/** Rests for half a minute at a time: too short to be worth an entry of its own. */
const ticks = { ...bells, id: 'ticks', nodes: takeTurns({ within: '30s' }) };

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.publish(bells);
  await world.publish(pulse);
  await world.publish(ticks);
  await world.publish(reasons);
});
afterAll(() => world.stop());

const linksOf = (run: string) => fetchLinks(world.local.client, run);
const lengthOf = (link: RunHistory | undefined) => link?.events?.length ?? 0;

async function replayAll(links: readonly RunHistory[]): Promise<void> {
  const versions = await world.local.store
    .selectFrom('journey_version')
    .select(['chart_hash', 'chart'])
    .execute();
  const charts = Object.fromEntries(versions.map(({ chart_hash, chart }) => [chart_hash, chart]));
  for (const link of links) await replay(link, { bundle: inject('stack').workflowBundle, charts });
}

type HistoryEvent = NonNullable<RunHistory['events']>[number];

const isLocalAnswer = ({ markerRecordedEventAttributes: marker }: HistoryEvent) =>
  localActivityOf(marker?.details) === 'evaluate';

/** Questions that were answered: by a local activity, or by a normal one. */
const countAnswers = ({ events }: RunHistory) =>
  (events ?? []).filter(
    (event) =>
      isLocalAnswer(event) || event.activityTaskScheduledEventAttributes?.activityType?.name === 'evaluate',
  ).length;

function localActivityOf(details: MarkerDetails): string | undefined {
  const data = details?.['data']?.payloads?.[0]?.data;
  return data ? JSON.parse(Buffer.from(data).toString('utf8')).activity_type : undefined;
}

/** How many nodes the run has come to, the one in hand included. */
async function visitsOf(run: string): Promise<number> {
  const handle = world.local.client.getHandle(`run:${run}`);
  const { node, visit } = await handle.query<{ node: string; visit: number }>('state');
  return (visit - 1) * turns.length + turns.indexOf(node) + 1;
}

test('a loop of waits goes on in a new link without a drift', async () => {
  const beats = 260;
  const { run } = await beat(world, beats);
  expect(await world.ended(run)).toBe('reached');

  const steps = await world.local.store
    .selectFrom('run_step')
    .select(['outcome', 'entered_at', 'settled_at'])
    .where('run_id', '=', run)
    .where('node', '=', 'rest')
    .orderBy('visit')
    .execute();
  expect(steps.map(({ outcome }) => outcome)).toEqual(Array.from({ length: beats }, () => 'done'));
  const lastedMs = steps.map(({ entered_at, settled_at }) => Number(settled_at) - Number(entered_at));
  expect(Math.max(...lastedMs)).toBeLessThan(2 * 3_600_000 + 5_000);
  expect(Math.min(...lastedMs)).toBeGreaterThanOrEqual(2 * 3_600_000);

  const links = await linksOf(run);
  expect(links).toHaveLength(2);
  expect(lengthOf(links[0])).toBeGreaterThanOrEqual(2_000);
  expect(lengthOf(links[0])).toBeLessThan(2_050);
  await replayAll(links);
}, 60_000);

test('a new link takes along the steps that were not written yet', async () => {
  const guest = await world.person();
  const run = await world.start('ticks', guest);
  await world.settled(guest);
  await fastForward(world.local.client, run, { until: Date.now() + 450 * 30_000, skipsAtOnce: 500 });
  await world.local.client
    .getHandle(`run:${run}`)
    .signal('event', [{ name: 'order.placed', id: 'evt_order', exit: { as: 'converted' } }]);
  expect(await world.ended(run)).toBe('converted');
  const visits = await world.local.store
    .selectFrom('run_step')
    .select('visit')
    .where('run_id', '=', run)
    .execute();
  expect(visits.length).toBeGreaterThan(400);
  expect(Math.max(...visits.map(({ visit }) => visit))).toBe(Math.ceil(visits.length / turns.length));
  expect((await linksOf(run)).length).toBeGreaterThan(1);
}, 60_000);

describe('what is sent to a run around its switch to a new link', () => {
  const rings = 2_400;
  let run: string;
  const handle = () => world.local.client.getHandle(`run:${run}`);
  const ring = (id: number) => handle().signal('event', [{ name: 'bell.rang', id: `evt_${id}` }]);
  const visits = () => visitsOf(run);

  beforeAll(async () => {
    run = await world.start('bells', await world.person({ rehearsed: false }));
    await world.local.client.getHandle(`run:${run}`).query('state');
  });

  test('is heard, every single one', async () => {
    for (let id = 1; id <= rings; id += 1) {
      await ring(id);
      // The server fails a workflow task that a hundred signals wait behind, and the SDK can't replay what it left of it.
      if (id % 50 === 0) await visits();
    }
    expect(await visits()).toBe(rings + 1);
    // On a busy machine the last local activities are still at work.
    await expect.poll(async () => (await linksOf(run)).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
    const links = await linksOf(run);
    for (const link of links) expect(lengthOf(link)).toBeLessThan(4_000);
  }, 90_000);

  test('is known in the new link when it comes once more', async () => {
    for (let id = rings - 20; id <= rings; id += 1) await ring(id);
    expect(await visits()).toBe(rings + 1);
    await ring(rings + 1);
    expect(await visits()).toBe(rings + 2);
  });

  test('ends it by its exit rule in whichever link it is', async () => {
    await handle().signal('event', [{ name: 'order.placed', id: 'evt_order', exit: { as: 'converted' } }]);
    expect(await world.ended(run)).toBe('converted');
    await replayAll(await linksOf(run));
  }, 30_000);
});

describe('events with conditions', () => {
  const batch = 50;
  const mostUnanswered = 80;
  let guest: Guest;
  let run: string;
  let rung = 0;
  const handle = () => world.local.client.getHandle(`run:${run}`);
  /** Every other one is loud, and moves the run on. */
  const toReason = (nth: number) => ({ name: 'bell.rang', id: `evt_reason_${nth}` });
  const ring = () => {
    rung += 1;
    return handle().signal('event', [toReason(rung)]);
  };
  const untilUnanswered = (most: number) =>
    expect
      .poll(async () => rung - 2 * (await visitsOf(run)) + 2, { timeout: 60_000 })
      .toBeLessThanOrEqual(most);

  beforeAll(async () => {
    guest = await world.person({ rehearsed: false });
    run = await world.start('reasons', guest);
    await sql`
      insert into event (id, person_id, name, at, data)
      select 'evt_reason_' || n, ${guest.id}, 'bell.rang', now(), jsonb_build_object('loud', n % 2 = 0)
      from generate_series(1, 4000) n`.execute(world.local.store);
  });

  test('of one signal are asked about in several workflow tasks, so that none stays open for long', async () => {
    rung = batch;
    const reasons = Array.from({ length: batch }, (_, index) => toReason(index + 1));
    await handle().signal('event', reasons);
    await untilUnanswered(0);
    const [link] = await linksOf(run);
    const perTask = new Map<string, number>();
    for (const { markerRecordedEventAttributes: marker } of link?.events?.filter(isLocalAnswer) ?? []) {
      const task = String(marker?.workflowTaskCompletedEventId);
      perTask.set(task, (perTask.get(task) ?? 0) + 1);
    }
    expect(Math.max(...perTask.values())).toBeLessThan(10);
  }, 60_000);

  test('are neither lost nor asked about twice around the switch to a new link', async () => {
    // Wakes are cheap, and mean nothing to a wait: they bring the run close to the end of its link.
    while ((await handle().describe()).historyLength < 1_750)
      await handle().signal('wake', [{ reason: 'test' }]);
    const ringOn = async () => {
      for (let times = 0; times < batch; times += 1) await ring();
      await untilUnanswered(mostUnanswered);
    };
    while ((await linksOf(run)).length < 2) await ringOn();
    await ringOn();
    await untilUnanswered(0);
    await handle().signal('event', [
      { name: 'order.placed', id: 'evt_reason_end', exit: { as: 'converted' } },
    ]);
    expect(await world.ended(run)).toBe('converted');
    const links = await linksOf(run);
    expect(links).toHaveLength(2);
    const [before = 0, after = 0] = links.map(countAnswers);
    expect(before).toBeGreaterThan(batch);
    expect(after).toBeGreaterThanOrEqual(batch);
    expect(before + after).toBe(rung);
    await replayAll(links);
  }, 120_000);
});
