// What flow nodes change, in front of the real database: once per visit, however often they are asked.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maxAttributesBytes } from '../../../src/journey/person-attributes.ts';
import { insertEvent } from '../../../src/store/events.ts';
import { findPerson } from '../../../src/store/people.ts';
import { createSendWorld, hour, minute, noon, type SendWorld } from './send-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
});
afterAll(() => world.stop());

const day = 24 * hour;
const settled = (outcome: string) => ({ status: 'settled', outcome });

async function varsOf(runId: string): Promise<unknown> {
  const row = await world.store.selectFrom('run').select('vars').where('id', '=', runId).executeTakeFirst();
  return row?.vars;
}

describe('variables', () => {
  const count = { vars: { count: 'has(run.vars.count) ? run.vars.count + 1 : 1' } };

  test('are set once, also where the activity is tried again', async () => {
    const visit = await world.visit('set', count);
    expect(await visit.execute(noon)).toEqual(settled('done'));
    expect(await visit.execute(noon)).toEqual(settled('done'));
    expect(await varsOf(visit.runId)).toEqual({ count: 1 });
  });

  test('are set once by two tries at the same time', async () => {
    const visit = await world.visit('set', count);
    const answers = await Promise.all([visit.execute(noon), visit.execute(noon), visit.execute(noon)]);
    expect(answers).toEqual([settled('done'), settled('done'), settled('done')]);
    expect(await varsOf(visit.runId)).toEqual({ count: 1 });
  });
});

test('attributes are set and removed, and the others stay', async () => {
  const visit = await world.visit('person.update', {
    attributes: { tier: "'gold'", age: '30 + 1', gone: null },
  });
  await world.store
    .updateTable('person')
    .set({ attributes: '{"gone": 1, "kept": true}' })
    .where('id', '=', visit.personId)
    .execute();
  expect(await visit.execute(noon)).toEqual(settled('done'));
  const person = await findPerson(world.store, visit.personId);
  expect(person?.attributes).toEqual({ kept: true, tier: 'gold', age: 31 });
});

test('attributes beyond what a person may have change nothing of the visit', async () => {
  const visit = await world.visit('person.update', {
    attributes: { tier: "'gold'" },
    consents: [{ channel: 'whatsapp', topic: 'marketing', state: 'out' }],
  });
  await world.store
    .updateTable('person')
    .set({ attributes: JSON.stringify({ long: 'x'.repeat(maxAttributesBytes - 20) }) })
    .where('id', '=', visit.personId)
    .execute();
  await expect(visit.execute(noon)).rejects.toMatchObject({
    type: 'NODE_ATTRIBUTES_TOO_LARGE',
    nonRetryable: true,
  });
  const person = await findPerson(world.store, visit.personId);
  expect(Object.keys(person?.attributes ?? {})).toEqual(['long']);
  const states = await world.store
    .selectFrom('consent')
    .select('state')
    .where('person_id', '=', visit.personId)
    .execute();
  expect(states.map(({ state }) => state)).not.toContain('out');
});

test('a consent says which journey it comes from, and stops marketing', async () => {
  const consents = [{ channel: 'whatsapp', topic: 'marketing', state: 'out' }];
  const visit = await world.visit('person.update', { consents });
  await visit.execute(noon);
  const { personId } = visit;
  const rows = await world.store
    .selectFrom('consent')
    .selectAll()
    .where('person_id', '=', personId)
    .execute();
  expect(rows.find(({ channel }) => channel === 'whatsapp')).toMatchObject({
    state: 'out',
    source: expect.stringMatching(/^journey:journey-\d+$/),
  });
  expect(await (await world.offer({ personId })).execute(noon)).toMatchObject({ outcome: 'consent' });
});

describe('a journey that starts another', () => {
  const runsOf = (personId: string, journeyId: string) =>
    world.store
      .selectFrom('run')
      .selectAll()
      .where('person_id', '=', personId)
      .where('journey_id', '=', journeyId)
      .execute();

  test('writes its run once and owes its start', async () => {
    const other = await world.visit('exit', {});
    const { journey_id: journey } = await world.store
      .selectFrom('run')
      .select('journey_id')
      .where('id', '=', other.runId)
      .executeTakeFirstOrThrow();
    const config = { journey, wait: false, key: "'k1'", event: { total: '1 + 1' } };
    const visit = await world.visit('journey.run', config);
    await Promise.all([visit.execute(noon), visit.execute(noon)]);
    expect(await visit.execute(noon)).toEqual(settled('started'));
    const runs = await runsOf(visit.personId, journey);
    expect(runs).toMatchObject([{ key: 'k1', event: { total: 2 }, state: 'starting' }]);
    const owed = await world.store
      .selectFrom('inbox')
      .select('item_key')
      .where('kind', '=', 'start')
      .execute();
    expect(owed).toEqual([{ item_key: `start:${runs[0]?.id}` }]);

    const again = await world.visit('journey.run', config, { personId: visit.personId });
    expect(await again.execute(noon)).toEqual({ ...settled('refused'), code: 'live' });
    expect(await runsOf(visit.personId, journey)).toHaveLength(1);
  });
});

describe('places of a throttle', () => {
  const enter = (options: Record<string, unknown> = {}) =>
    world.visits('throttle', { limit: 2, per: 'hour', ...options }, 5);

  test('are given away in the order of asking, each to one visit', async () => {
    const visits = await enter();
    const answers = [];
    for (const visit of visits) answers.push(await visit.execute(noon + minute));
    const wait = (due: number) => ({ status: 'wait', due });
    expect(answers).toEqual([
      settled('granted'),
      settled('granted'),
      wait(noon + hour),
      wait(noon + hour),
      wait(noon + 2 * hour),
    ]);
    expect(await visits[2]?.execute(noon + minute)).toEqual(wait(noon + hour));
  });

  test('are never given away twice at the same time', async () => {
    const answers = await Promise.all((await enter()).map((visit) => visit.execute(noon)));
    expect(answers.filter(({ status }) => status === 'settled')).toHaveLength(2);
    const dues = answers.flatMap((answer) => (answer.status === 'wait' ? [answer.due] : []));
    expect(dues.sort()).toEqual([noon + hour, noon + hour, noon + 2 * hour]);
  });

  test('are left alone by whom does not wait', async () => {
    const visits = await enter({ full: 'leave', per: 'day' });
    const answers = await Promise.all(visits.map((visit) => visit.execute(noon)));
    expect(answers.map((answer) => 'outcome' in answer && answer.outcome).sort()).toEqual([
      'full',
      'full',
      'full',
      'granted',
      'granted',
    ]);
    const [late] = await world.visits('throttle', { limit: 2, per: 'day' }, 1);
    expect(await late?.execute(noon + day)).toEqual(settled('granted'));
  });
});

describe('a wait since the entry', () => {
  const config = { event: 'order.placed', if: 'event.total > 10', within: 'P1D', since: 'entry' };
  let events = 0;
  async function happens(personId: string, total: number): Promise<string> {
    events += 1;
    const event = {
      id: `evt_${events}`,
      personId,
      name: 'order.placed',
      at: new Date(noon),
      data: { total },
    };
    await world.store.transaction().execute((trx) => insertEvent(trx, event));
    return event.id;
  }

  test('is over at once where the event has come since', async () => {
    const visit = await world.visit('wait.event', config);
    await happens(visit.personId, 20);
    expect(await visit.execute(noon)).toEqual(settled('received'));
  });

  test('waits where it came before the entry, or means nothing', async () => {
    const before = await world.visit('wait.event', config);
    await happens(before.personId, 20);
    const visit = await world.visit('wait.event', config, { personId: before.personId });
    await happens(visit.personId, 5);
    expect(await visit.execute(noon)).toEqual({ status: 'wait', due: noon + day });
  });

  test('is asked what an event means by its id', async () => {
    const visit = await world.visit('wait.event', config);
    const ask = async (id: string) => visit.hear('order.placed', id, noon);
    expect(await ask(await happens(visit.personId, 5))).toEqual({ status: 'ignored' });
    expect(await ask(await happens(visit.personId, 11))).toEqual(settled('received'));
    expect(await ask('evt_unknown')).toEqual({ status: 'ignored' });
  });
});
