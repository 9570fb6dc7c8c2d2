import { afterAll, beforeAll, expect, test } from 'vitest';
import { journeyRun } from '../../activities/nodes/journey-run.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';
import { createAuthor } from './draft-author.ts';
import { createHttpWorld, type HttpWorld } from './world.ts';

let world: HttpWorld;

/** Waits for a bell; the wait's event and the name change from version to version. */
const bell = ({ name = 'Bell', event = 'bell.rang', wait = 'wait' } = {}) => ({
  id: 'bell',
  name,
  entry: { on: { api: true } },
  start: wait,
  nodes: {
    [wait]: { type: 'sample.wait', with: { event, within: 'P1D' }, next: 'done' },
    done: { type: 'sample.exit' },
  },
});

beforeAll(async () => {
  world = await createHttpWorld(new Map([...sampleCatalogue, [journeyRun.type, journeyRun]]));
  await world.post('/v1/journeys', bell());
  await world.post('/v1/journeys', bell({ name: 'Second' }));
  await world.post('/v1/journeys', bell({ event: 'gong.rang' }));
});

afterAll(() => world.stop());

const diff = async (query: string, id = 'bell') =>
  (await world.get(`/v1/journeys/${id}/diff?${query}`)).json();

test('versions are listed newest first, a page at a time, and each page tells where the next begins', async () => {
  const seen: number[] = [];
  let cursor = '';
  do {
    const page = (await world.get(`/v1/journeys/bell/versions?limit=2${cursor}`)).json();
    seen.push(...page.versions.map(({ version }: { version: number }) => version));
    cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
  } while (cursor !== '');
  expect(seen).toEqual([3, 2, 1]);
  const [newest] = (await world.get('/v1/journeys/bell/versions')).json().versions;
  expect(newest).toEqual({
    version: 3,
    hash: expect.stringMatching(/^sha256:/),
    publishedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    note: null,
  });
});

test('a version published between two pages moves nothing on the next one', async () => {
  const id = 'paged';
  for (const name of ['A', 'B', 'C']) await world.post('/v1/journeys', { ...bell({ name }), id });
  const first = (await world.get(`/v1/journeys/${id}/versions?limit=2`)).json();
  await world.post('/v1/journeys', { ...bell({ name: 'D' }), id });
  const second = (await world.get(`/v1/journeys/${id}/versions?limit=2&cursor=${first.next}`)).json();
  expect(second.versions).toMatchObject([{ version: 1 }]);
  expect(second).not.toHaveProperty('next');
});

test('the versions of a journey that is not published are unknown, bad pages are refused', async () => {
  expect((await world.get('/v1/journeys/none/versions')).json().code).toBe('JOURNEY_UNKNOWN');
  expect((await world.get('/v1/journeys/bell/versions?cursor=1')).json()).toEqual({ versions: [] });
  for (const bad of ['limit=0', 'limit=501', 'cursor=x', 'cursor=0', 'page=2']) {
    expect((await world.get(`/v1/journeys/bell/versions?${bad}`)).statusCode).toBe(422);
  }
});

test('two versions are compared as data and in words, with what it means for people under way', async () => {
  const found = await diff('from=2&to=3');
  expect(found.same).toBe(false);
  expect(found.changes).toEqual([
    { kind: 'field-changed', path: ['name'], before: 'Second', after: 'Bell' },
    { kind: 'config-changed', node: 'wait', path: ['event'], before: 'bell.rang', after: 'gong.rang' },
  ]);
  expect(found.prose).toEqual([
    { en: 'name: "Second" → "Bell"', ko: 'name: "Second" → "Bell"' },
    {
      en: 'node wait, event: "bell.rang" → "gong.rang"',
      ko: 'wait 노드의 event: "bell.rang" → "gong.rang"',
    },
  ]);
  expect(found.impact).toMatchObject({ vanished: [], reshaped: [], outcomes: [] });
  expect(found.impact.prose[0]).toEqual({
    en: expect.stringContaining('stay on their version'),
    ko: expect.stringContaining('진행 중인 사람'),
  });
  expect((await diff('from=3&to=2')).changes[0]).toMatchObject({ before: 'Bell', after: 'Second' });
  expect(await diff('from=1&to=1')).toMatchObject({ same: true, changes: [], prose: [] });
});

test('a draft is compared with what is published, before and while it has errors inside its nodes', async () => {
  expect(await diff('from=3&to=draft')).toMatchObject({ status: 404, code: 'DRAFT_UNKNOWN' });
  const author = createAuthor(world, 'bell');
  await author.save(JSON.stringify(bell({ event: 'gong.rang', wait: 'listen' })), 3);
  expect((await diff('from=3&to=draft')).changes).toMatchObject([
    { kind: 'node-renamed', from: 'wait', to: 'listen' },
  ]);
  const { nodes, ...rest } = bell({ event: 'gong.rang' });
  await author.save(JSON.stringify({ ...rest, nodes: { ...nodes, odd: { type: 'no.such' } } }));
  expect((await diff('from=3&to=draft')).changes).toEqual([
    { kind: 'node-added', node: 'odd', type: 'no.such' },
  ]);
  expect((await diff('from=draft&to=3')).changes).toMatchObject([{ kind: 'node-removed', node: 'odd' }]);
});

test('a draft without the shape of a journey is not compared, and it says why', async () => {
  const author = createAuthor(world, 'bell');
  await author.read();
  await author.save('{\n  "id": "bell",\n  "nodes": 7\n}');
  const refused = await diff('from=3&to=draft');
  expect(refused).toMatchObject({ status: 422, code: 'DRAFT_UNSHAPED' });
  expect(refused.errors).toContainEqual(expect.objectContaining({ path: '/nodes', line: 3 }));
});

test('a version keeps the journeys that it awaits: those published anew since are named', async () => {
  const exit = (as: string) => ({ type: 'sample.exit', with: { as } });
  const head = (id: string) => ({ id, name: id, entry: { on: { api: true } } });
  const inner = (as: string) => ({ ...head('inner'), start: 'end', nodes: { end: exit(as) } });
  const outer = {
    ...{ ...head('outer'), start: 'call' },
    nodes: { call: { type: 'journey.run', with: { journey: 'inner' }, next: 'done' }, done: exit('done') },
  };
  for (const body of [inner('won'), outer, inner('lost'), outer]) {
    expect((await world.post('/v1/journeys', body)).statusCode).toBe(201);
  }
  expect(await diff('from=1&to=2', 'outer')).toMatchObject({ same: false, changes: [], awaited: ['inner'] });
  const author = createAuthor(world, 'outer');
  await author.save(JSON.stringify(outer), 2);
  expect(await diff('from=2&to=draft', 'outer')).toMatchObject({ same: true, awaited: [] });
  await world.post('/v1/journeys', inner('drawn'));
  expect(await diff('from=2&to=draft', 'outer')).toMatchObject({ same: false, awaited: ['inner'] });
});

test('sides that are not there or not sides are told', async () => {
  expect(await diff('from=1&to=9')).toMatchObject({ status: 404, code: 'VERSION_UNKNOWN' });
  expect((await diff('from=1&to=2', 'none')).code).toBe('VERSION_UNKNOWN');
  for (const bad of ['from=1', 'from=1&to=next', 'from=0&to=1', 'from=1&to=2&of=x', '']) {
    expect((await diff(bad)).code).toBe('INPUT_INVALID');
  }
});
