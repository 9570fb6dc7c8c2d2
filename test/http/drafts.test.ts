import { afterAll, beforeAll, expect, test } from 'vitest';
import { abandonedCart, patient } from '../inbox/journeys.ts';
import { createAuthor, toText } from './draft-author.ts';
import { apiKey, createHttpWorld, type HttpWorld } from './world.ts';

let world: HttpWorld;

beforeAll(async () => {
  world = await createHttpWorld();
  await world.post('/v1/journeys', patient);
});

afterAll(() => world.stop());

const put = (id: string, payload: object | string, headers: Record<string, string> = {}) =>
  world.app.inject({
    method: 'PUT',
    url: `/v1/drafts/${id}`,
    headers: { 'x-api-key': apiKey, 'content-type': 'application/json', ...headers },
    payload,
  });

const anew = { 'if-none-match': '*' };

test('a published journey has no draft until somebody begins one from its version', async () => {
  const author = createAuthor(world, 'patient');
  expect((await author.read()).json()).toMatchObject({ status: 404, code: 'DRAFT_UNKNOWN' });
  const begun = await author.save(JSON.stringify(patient), 1);
  expect(begun.statusCode).toBe(201);
  expect(begun.json()).toMatchObject({ id: 'patient', source: JSON.stringify(patient), baseVersion: 1 });
  const read = await author.read();
  expect(read.json()).toEqual(begun.json());
  expect(read.headers['etag']).toBe(`"${begun.json().revision}"`);
});

test('a draft keeps its text to the letter, comments, errors and all', async () => {
  const source = '// mine\n{ "id": "rough", "nodes": { "a": { "type": "no.such" }, }, "start": 7 }\n';
  const author = createAuthor(world, 'rough');
  expect((await author.save(source)).statusCode).toBe(201);
  expect((await author.read()).json().source).toBe(source);
});

test('each save has a new revision, and the base stays where none is given', async () => {
  const author = createAuthor(world, 'steps');
  const first = (await author.save(toText('steps', 1), null)).json();
  const second = (await author.save(toText('steps', 2))).json();
  expect(second.revision).toBeGreaterThan(first.revision);
  expect(second).toMatchObject({ source: toText('steps', 2), baseVersion: null });
  expect((await author.save(toText('steps', 3), 1)).json()).toMatchObject({ code: 'VERSION_UNKNOWN' });
  expect((await author.read()).json()).toEqual(second);
});

test('drafts are listed with their names, the one saved last first', async () => {
  await createAuthor(world, 'older').save(toText('older', 'old'));
  await createAuthor(world, 'nameless').save('{ "id": "nameless", "name": 7 }');
  await createAuthor(world, 'named').save('{ "id": "named", "name": { "ko": "봄 세일", "en": "Spring" } }');
  const { drafts } = (await world.get('/v1/drafts')).json();
  expect(drafts.slice(0, 3)).toMatchObject([
    { id: 'named', name: { ko: '봄 세일', en: 'Spring' }, baseVersion: null },
    { id: 'nameless', name: null },
    { id: 'older', name: 'Draft old' },
  ]);
  expect(drafts[0]).not.toHaveProperty('source');
});

test('the draft of one journey is listed with its text; where nobody has begun one the list is empty', async () => {
  await createAuthor(world, 'alone').save(toText('alone', 1));
  const { drafts } = (await world.get('/v1/drafts?id=alone')).json();
  expect(drafts).toMatchObject([{ id: 'alone', source: toText('alone', 1) }]);
  expect((await world.get('/v1/drafts?id=nobody')).json()).toEqual({ drafts: [] });
  expect((await world.get('/v1/drafts?id=No%20id')).statusCode).toBe(422);
});

test('who has not seen what stands gets it with a 409, and changes nothing', async () => {
  const [mine, theirs] = [createAuthor(world, 'shared'), createAuthor(world, 'shared')];
  await mine.save(toText('shared', 'start'));
  await theirs.read();
  const { revision } = (await theirs.save(toText('shared', 'theirs'))).json();
  for (const late of [
    await mine.save(toText('shared', 'mine')),
    await mine.delete(),
    await mine.publish(),
    await put('shared', { source: toText('shared', 'begun') }, anew),
  ]) {
    expect(late.json()).toMatchObject({
      ...{ status: 409, code: 'DRAFT_STALE' },
      current: { id: 'shared', source: toText('shared', 'theirs'), revision },
    });
    expect(late.headers['content-type']).toContain('application/problem+json');
  }
  expect((await theirs.read()).json()).toMatchObject({ source: toText('shared', 'theirs'), revision });
  expect((await world.get('/v1/journeys/shared')).statusCode).toBe(404);
});

test('a save whose answer got lost can be sent again', async () => {
  const source = toText('again', 1);
  const first = await put('again', { source }, anew);
  const repeated = await put('again', { source }, anew);
  expect([repeated.statusCode, repeated.json()]).toEqual([200, first.json()]);
  const seen = { 'if-match': `"${first.json().revision}"` };
  const saved = await put('again', { source: toText('again', 2) }, seen);
  expect((await put('again', { source: toText('again', 2) }, seen)).json()).toEqual(saved.json());
});

test('without saying what was seen nothing is changed', async () => {
  const { revision } = (await put('bare', { source: toText('bare', 1) }, anew)).json();
  const own = `"${revision}"`;
  const unclear: Record<string, string>[] = [
    {},
    { 'if-match': '*' },
    { 'if-match': String(revision) },
    { 'if-match': `W/${own}` },
    { 'if-match': `${own}, "1"` },
    { 'if-none-match': own },
    { 'if-match': own, 'if-none-match': '*' },
  ];
  for (const headers of unclear) {
    const refused = await put('bare', { source: toText('bare', 2) }, headers);
    expect([headers, refused.json().code, refused.statusCode]).toEqual([headers, 'DRAFT_UNCONDITIONAL', 428]);
  }
  for (const request of [
    { method: 'DELETE', url: '/v1/drafts/bare' },
    { method: 'POST', url: '/v1/drafts/bare/publish', payload: {} },
  ] as const) {
    const refused = await world.app.inject({ ...request, headers: { 'x-api-key': apiKey, ...anew } });
    expect(refused.json()).toMatchObject({ status: 428, code: 'DRAFT_UNCONDITIONAL' });
  }
  expect((await world.get('/v1/drafts/bare')).json()).toMatchObject({ revision, source: toText('bare', 1) });
});

test('a text that is no JSON, too large or another journey’s is refused with its place, and not stored', async () => {
  const broken = (await put('odd', { source: '{\n  "id": "odd",\n  "nodes" {}\n}' }, anew)).json();
  expect(broken).toMatchObject({ status: 422, code: 'DRAFT_TEXT' });
  expect(broken.errors[0]).toMatchObject({ code: 'J101', line: 3, column: 11 });
  const large = `{ "id": "odd", "note": "${'가'.repeat(360_000)}" }`;
  expect((await put('odd', { source: large }, anew)).json()).toMatchObject({
    ...{ code: 'DRAFT_TEXT', errors: [{ code: 'J102' }] },
  });
  expect((await put('odd', { source: 'x'.repeat(3_200_000) }, anew)).statusCode).toBe(413);
  const other = (await put('odd', { source: '{\n  "id": "even"\n}' }, anew)).json();
  expect(other).toMatchObject({ status: 422, code: 'DRAFT_ID', expected: 'odd', line: 2, column: 9 });
  for (const source of ['[]', 'null', '"odd"', '{}']) {
    expect((await put('odd', { source }, anew)).json().code).toBe('DRAFT_ID');
  }
  for (const body of ['{', { source: 7 }, { source: '{ "id": "odd" }', more: true }, {}]) {
    expect([400, 422]).toContain((await put('odd', body, anew)).statusCode);
  }
  expect((await put('Not-An-Id', { source: '{}' }, anew)).statusCode).toBe(422);
  expect((await world.get('/v1/drafts/odd')).json().code).toBe('DRAFT_UNKNOWN');
});

test('a text near the limit is stored whole, however its client escapes it', async () => {
  const source = `{ "id": "long", "note": "${'é'.repeat(520_000)}" }`;
  const escaped = JSON.stringify({ source }).replaceAll('é', '\\u00e9');
  expect(escaped.length).toBeGreaterThan(3_000_000);
  expect((await put('long', escaped, anew)).json().source).toBe(source);
});

test('what PostgreSQL can not hold is replaced, and the answer shows it', async () => {
  const source = '{ "id": "nul" /* \0 \ud800 */ }';
  const saved = await put('nul', { source }, anew);
  expect(saved.json().source).toBe('{ "id": "nul" /* \ufffd \ufffd */ }');
  expect((await put('nul', { source }, anew)).json()).toEqual(saved.json());
});

test('a draft that was deleted is gone, and one begun anew has a revision that nobody has seen', async () => {
  const [mine, theirs] = [createAuthor(world, 'reborn'), createAuthor(world, 'reborn')];
  await mine.save(toText('reborn', 1));
  await theirs.read();
  expect((await theirs.delete()).statusCode).toBe(204);
  expect((await mine.save(toText('reborn', 2))).json()).toMatchObject({ status: 404, code: 'DRAFT_UNKNOWN' });
  expect((await mine.delete()).json().code).toBe('DRAFT_UNKNOWN');
  expect((await theirs.save(toText('reborn', 3))).statusCode).toBe(201);
  expect((await mine.save(toText('reborn', 2))).json()).toMatchObject({
    ...{ code: 'DRAFT_STALE', current: { source: toText('reborn', 3) } },
  });
});

test('every problem of a draft has words in both languages', async () => {
  const cases = [
    ['unborn', { source: '{' }, anew, 'DRAFT_TEXT'],
    ['unborn', { source: '{}' }, anew, 'DRAFT_ID'],
    ['unborn', { source: '{ "id": "unborn" }' }, {}, 'DRAFT_UNCONDITIONAL'],
    ['unborn', { source: '{ "id": "unborn" }' }, { 'if-match': '"1"' }, 'DRAFT_UNKNOWN'],
    ['patient', { source: '{ "id": "patient" }' }, { 'if-match': '"0"' }, 'DRAFT_STALE'],
  ] as const;
  for (const [id, body, headers, code] of cases) {
    for (const [language, letters] of [
      ['en', /^[\p{ASCII}]+$/u],
      ['ko', /[가-힣]/],
    ] as const) {
      const problem = (await put(id, body, { ...headers, 'accept-language': language })).json();
      expect(problem.code).toBe(code);
      expect(problem.title).toMatch(letters);
      expect(problem.hint).toMatch(letters);
    }
  }
});

test('the journeys of others stay as they are when a draft is begun, saved and deleted', async () => {
  await world.post('/v1/journeys', abandonedCart);
  const before = (await world.get('/v1/journeys')).json();
  const author = createAuthor(world, 'abandoned-cart');
  await author.save(JSON.stringify({ ...abandonedCart, name: 'Changed' }), 1);
  await author.delete();
  expect((await world.get('/v1/journeys')).json()).toEqual(before);
});
