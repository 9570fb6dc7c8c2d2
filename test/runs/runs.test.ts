import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import { checkJourney, publishJourney } from '../../src/http/publish-journey.ts';
import { createRuns, type Runs } from '../../src/runs/create-runs.ts';
import { sweepRuns } from '../../src/runs/sweep-runs.ts';
import { RunsUnavailableError } from '../../src/runs/temporal-errors.ts';
import { createRun, findRun } from '../../src/store/runs.ts';
import { patient } from '../inbox/journeys.ts';
import { createInboxWorld, type InboxWorld, silent } from '../support/inbox-world.ts';
import { testTemporal } from '../support/stack.ts';

let world: InboxWorld;
let connection: Connection;
let client: Client;
let runs: Runs;
const { taskQueue, address, namespace } = testTemporal();

beforeAll(async () => {
  world = await createInboxWorld();
  await world.publish(patient);
  connection = await Connection.connect({ address });
  client = new Client({ connection, namespace });
  runs = createRuns({ client: client.workflow, store: world.store, taskQueue });
});

afterAll(async () => {
  await connection.close();
  await world.close();
});

const code = {
  id: 'code',
  name: 'Code',
  entry: { on: { api: true } },
  start: 'send',
  nodes: {
    send: {
      type: 'whatsapp.template',
      with: { template: 'login_code', language: 'en' },
      next: { '*': 'end' },
    },
    end: { type: 'exit' },
  },
};

/** A run whose row is written and whose workflow is not started. */
async function rowOf(name: string, journeyId = 'patient'): Promise<string> {
  const run = await createRun(world.store, {
    journeyId,
    version: 1,
    personId: await world.person(name),
    key: '',
    event: {},
    clockBaseMs: 0,
    rehearsed: false,
  });
  return run?.id ?? '';
}

const handleOf = (run: string) => client.workflow.getHandle(`run:${run}`);

test('a run is started once, with its search attributes and summary', async () => {
  const run = await rowOf('starts');
  await Promise.all([runs.start(run), runs.start(run), runs.start(run)]);
  expect((await findRun(world.store, run))?.state).toBe('running');
  const description = await handleOf(run).describe();
  expect(description).toMatchObject({ type: 'journey', status: { name: 'RUNNING' }, taskQueue });
  expect(description.searchAttributes).toMatchObject({ JourneyId: ['patient'], JourneyVersion: [1] });
  expect(await description.staticSummary()).toBe('patient v1');
});

test('a run of a journey that sends codes goes before others where tasks queue up', async () => {
  const key = { account_id: 'waba', name: 'login_code', language: 'en', status: 'APPROVED' };
  await world.store
    .insertInto('template')
    .values({ ...key, category: 'authentication' })
    .execute();
  const checked = checkJourney(JSON.stringify(code), new Map(nodeTypes.map((type) => [type.type, type])));
  if (!checked.ok) throw new TypeError(JSON.stringify(checked.issues));
  await publishJourney(world.store, checked.version);
  const [ordinary, urgent] = [await rowOf('ordinary'), await rowOf('urgent', 'code')];
  for (const run of [ordinary, urgent]) await runs.start(run);
  expect((await handleOf(urgent).describe()).priority).toMatchObject({ priorityKey: 1 });
  expect((await handleOf(ordinary).describe()).priority?.priorityKey).toBeUndefined();
});

test('a run that closed before its row was marked is not started again', async () => {
  const run = await rowOf('short');
  await runs.start(run);
  await handleOf(run).terminate();
  await world.store.updateTable('run').set({ state: 'starting' }).where('id', '=', run).execute();
  await runs.start(run);
  expect((await handleOf(run).describe()).status.name).toBe('TERMINATED');
});

test('a repeated signal is taken once, and one to nobody is not found', async () => {
  const run = await rowOf('signalled');
  const batch = { runId: run, signal: 'wake', bodies: [{ reason: 'test' }], requestId: 'r1' };
  expect(await runs.signal(batch)).toBe('not-found');
  await runs.start(run);
  expect(await runs.signal(batch)).toBe('delivered');
  expect(await runs.signal(batch)).toBe('delivered');
  const { events } = await handleOf(run).fetchHistory();
  const signals = events?.filter((event) => event.workflowExecutionSignaledEventAttributes);
  expect(signals).toHaveLength(1);
});

test('the sweep starts what was left behind and closes what an operator ended', async () => {
  const options = { client: client.workflow, store: world.store, runs, log: silent };
  const left = await rowOf('left');
  const ended = await rowOf('ended');
  await runs.start(ended);
  await handleOf(ended).terminate();
  await expect
    .poll(
      async () => {
        await sweepRuns({ ...options, startAfterMs: 0 });
        return (await findRun(world.store, ended))?.outcome;
      },
      { timeout: 10_000 },
    )
    .toBe('terminated');
  expect((await findRun(world.store, left))?.state).toBe('running');
  expect((await handleOf(left).describe()).status.name).toBe('RUNNING');
});

test('the sweep forgets sessions that have expired, and no other', async () => {
  const now = Date.now();
  const session = (name: string, endsInMs: number) => ({
    ...{ id: `ses_${name}`, token_hash: name, key_id: null },
    ...{ expires_at: new Date(now + endsInMs), ends_at: new Date(now + endsInMs) },
  });
  const rows = [session('over', -1_000), session('on', 600_000)];
  await world.store.insertInto('session').values(rows).execute();
  await sweepRuns({ client: client.workflow, store: world.store, runs, log: silent });
  const left = await world.store.selectFrom('session').select('id').execute();
  expect(left).toEqual([{ id: 'ses_on' }]);
});

test('a Temporal that is away is told from a run that is not there', async () => {
  const lazy = Connection.lazy({ address: '127.0.0.1:1', connectTimeout: 500 });
  const away = createRuns({
    client: new Client({ connection: lazy, namespace }).workflow,
    store: world.store,
    taskQueue,
    timeoutMs: 1_000,
  });
  const run = await rowOf('away');
  await expect(away.start(run)).rejects.toThrow(RunsUnavailableError);
  const batch = { runId: run, signal: 'wake', bodies: [], requestId: 'r2' };
  await expect(away.signal(batch)).rejects.toThrow(RunsUnavailableError);
  expect((await findRun(world.store, run))?.state).toBe('starting');
  await lazy.close();
});
