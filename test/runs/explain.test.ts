import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainRun } from '../../src/runs/explain.ts';
import { patient } from '../inbox/journeys.ts';
import { createInboxWorld, type InboxWorld } from '../support/inbox-world.ts';

let world: InboxWorld;

beforeAll(async () => {
  world = await createInboxWorld();
  await world.publish(patient);
});

afterAll(() => world.close());

const at = (minute: number) => new Date(Date.UTC(2030, 0, 1, 10, minute));

/** A marketing message that Meta accepted, and then kept back for its experiment. */
async function storeHeldBack(run: string, person: string): Promise<void> {
  const { store } = world;
  await store.insertInto('sender').values({ id: 'sdr_1', channel: 'whatsapp', provider_id: '1' }).execute();
  await store
    .insertInto('send')
    .values({
      id: 'snd_1',
      run_id: run,
      node: 'offer',
      visit: 1,
      person_id: person,
      sender_id: 'sdr_1',
      channel: 'whatsapp',
      category: 'marketing',
      state: 'settled',
      awaits: 'delivered',
      outcome: 'experiment',
      attempted: true,
      code: '130472',
      expires_at: at(59),
      failed_code: '130472',
    })
    .execute();
  await store
    .insertInto('attempt')
    .values({
      token: 'tok_1',
      send_id: 'snd_1',
      number: 1,
      state: 'accepted',
      http_status: 200,
      started_at: at(1),
    })
    .execute();
  await store
    .insertInto('evidence')
    .values({ send_id: 'snd_1', kind: 'failed', code: '130472', token: 'tok_1', at: at(2) })
    .execute();
}

test('a run is told as its path, with what was tried and what came of it', async () => {
  const { store } = world;
  const person = await world.person('explained');
  const run = await world.running('patient', person);
  await storeHeldBack(run, person);
  const step = { run_id: run, visit: 1 };
  await store
    .insertInto('run_step')
    .values([
      { ...step, node: 'text', entered_at: at(3) },
      {
        ...step,
        node: 'offer',
        entered_at: at(1),
        outcome: 'experiment',
        settled_at: at(3),
        attempted: true,
        code: '130472',
        send_id: 'snd_1',
      },
    ])
    .execute();

  const explained = await explainRun(store, run);
  expect(explained?.path.map(({ node, outcome, code }) => [node, outcome, code])).toEqual([
    ['offer', 'experiment', '130472'],
    ['text', null, null],
  ]);
  expect(explained?.path[0]?.message).toMatchObject({
    channel: 'whatsapp',
    failedCode: '130472',
    attempts: [{ number: 1, state: 'accepted', httpStatus: 200 }],
    evidence: [{ kind: 'failed', code: '130472', at: at(2).toISOString() }],
  });
});

test('a message that the gate held back is told with the facts that decided', async () => {
  const { store } = world;
  const person = await world.person('held back');
  const run = await world.running('patient', person);
  const because = { since: at(1).getTime(), until: at(59).getTime(), times: 1 };
  await store.insertInto('sender').values({ id: 'sdr_2', channel: 'whatsapp', provider_id: '2' }).execute();
  await store
    .insertInto('send')
    .values({
      ...{ id: 'snd_2', run_id: run, node: 'offer', visit: 1, person_id: person, sender_id: 'sdr_2' },
      ...{ channel: 'whatsapp', category: 'marketing', state: 'settled', awaits: 'delivered' },
      ...{ outcome: 'limit.user', code: '131049', policy: 'cooldown', expires_at: at(59) },
      because: JSON.stringify(because),
    })
    .execute();
  await store
    .insertInto('run_step')
    .values({ run_id: run, node: 'offer', visit: 1, entered_at: at(1), policy: 'cooldown', send_id: 'snd_2' })
    .execute();
  expect((await explainRun(store, run))?.path).toMatchObject([{ policy: 'cooldown', because }]);
});

test('a run that does not exist has no explanation', async () => {
  expect(await explainRun(world.store, 'run_none')).toBeUndefined();
});
