import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Author, createAuthor, toText } from './draft-author.ts';
import { createHttpWorld, type HttpWorld } from './world.ts';

let world: HttpWorld;

beforeAll(async () => {
  world = await createHttpWorld();
});

afterAll(() => world.stop());

async function beginDraft(id: string, source = toText(id, 1)): Promise<Author> {
  const author = createAuthor(world, id);
  await author.save(source);
  return author;
}

/** Its message has no edge for what can fail. */
const leaky = (id: string) =>
  JSON.stringify({
    ...{ id, name: 'Leaky', entry: { on: { api: true } }, start: 'say' },
    nodes: {
      say: { type: 'sample.message', with: { text: 'Hi' }, next: { delivered: 'done' } },
      done: { type: 'sample.exit' },
    },
  });

const versionsOf = async (id: string) => (await world.get(`/v1/journeys/${id}/versions`)).json();

test('a draft is published with a note, and stays with its base moved', async () => {
  const author = await beginDraft('spring');
  const seen = author.seen();
  const published = await author.publish({ note: '  First words 첫 문구\0 ' });
  expect(published.statusCode).toBe(201);
  expect(published.json()).toMatchObject({ id: 'spring', version: 1, created: true, warnings: [] });
  expect(author.seen()).not.toBe(seen);
  const draft = (await author.read()).json();
  expect(draft).toMatchObject({ source: toText('spring', 1), baseVersion: 1 });
  expect(draft.revision).toBe(published.json().revision);
  expect((await versionsOf('spring')).versions).toMatchObject([
    { version: 1, hash: published.json().hash, note: 'First words 첫 문구\ufffd' },
  ]);
  expect((await world.get('/v1/journeys/spring')).json().definition.name).toBe('Draft 1');
});

test('who edits on after somebody has published is told, and their old base does not come back', async () => {
  const author = await beginDraft('both');
  const other = createAuthor(world, 'both');
  await other.read();
  await author.publish();
  expect((await other.save(toText('both', 1), null)).json()).toMatchObject({
    ...{ code: 'DRAFT_STALE', current: { source: toText('both', 1), baseVersion: 1 } },
  });
  // Nothing but the base has changed, and they don't name one: it is as they want it.
  expect((await other.save(toText('both', 1))).json().baseVersion).toBe(1);
});

test('the same meaning is no new version: its note stays, the draft takes it as its base', async () => {
  const author = await beginDraft('same');
  await author.publish({ note: 'first' });
  await author.save(`// moved about\n${toText('same', 1)}`, null);
  const again = await author.publish({ note: 'second' });
  expect([again.statusCode, again.json()]).toMatchObject([200, { version: 1, created: false }]);
  expect((await author.read()).json().baseVersion).toBe(1);
  expect((await versionsOf('same')).versions).toMatchObject([{ version: 1, note: 'first' }]);
});

test('a publication whose answer was lost is told as stale with the same text, and is not made twice', async () => {
  const author = await beginDraft('unheard');
  const unheard = createAuthor(world, 'unheard');
  await unheard.read();
  await author.publish({ note: 'once' });
  const stale = (await unheard.publish({ note: 'once' })).json();
  expect(stale).toMatchObject({
    code: 'DRAFT_STALE',
    current: { source: toText('unheard', 1), baseVersion: 1 },
  });
  await unheard.read();
  expect((await unheard.publish({ note: 'once' })).json()).toMatchObject({ version: 1, created: false });
  expect((await versionsOf('unheard')).versions).toMatchObject([{ version: 1, note: 'once' }]);
});

test('a draft with errors is not published: all of them are told with their places, and it stays', async () => {
  const author = await beginDraft(
    'wrong',
    '{\n  "id": "wrong",\n  "nodes": {\n    "a": { "type": "no.such" }\n  }\n}',
  );
  const before = (await author.read()).json();
  const refused = await author.publish({ acceptWarnings: true });
  expect(refused.json()).toMatchObject({ status: 422, code: 'JOURNEY_INVALID' });
  for (const item of refused.json().errors) {
    expect(item).toMatchObject({ code: expect.stringMatching(/^J\d{3}$/), line: expect.any(Number) });
  }
  expect((await author.read()).json()).toEqual(before);
  expect((await versionsOf('wrong')).code).toBe('JOURNEY_UNKNOWN');
});

test('warnings want a nod before anything is published', async () => {
  const author = await beginDraft('leaky', leaky('leaky'));
  const before = (await author.read()).json();
  const asked = (await author.publish({ note: 'go' })).json();
  expect(asked).toMatchObject({ status: 422, code: 'JOURNEY_WARNINGS' });
  expect(asked.errors.length).toBeGreaterThan(0);
  expect(asked.errors.every(({ severity }: { severity: string }) => severity === 'warning')).toBe(true);
  expect((await author.read()).json()).toEqual(before);
  expect((await versionsOf('leaky')).code).toBe('JOURNEY_UNKNOWN');
  const nodded = await author.publish({ note: 'go', acceptWarnings: true });
  expect(nodded.json()).toMatchObject({ version: 1, created: true, warnings: asked.errors });
});

test('a note of blanks is none, one too long is refused', async () => {
  const author = await beginDraft('noted');
  expect((await author.publish({ note: 'x'.repeat(1_001) })).statusCode).toBe(422);
  expect((await author.publish({ note: 3 })).statusCode).toBe(422);
  await author.publish({ note: '   ' });
  expect((await versionsOf('noted')).versions).toMatchObject([{ note: null }]);
});

test('a save between check and publish makes it stale, and no version is left behind', async () => {
  const [mine, theirs] = [await beginDraft('raced'), createAuthor(world, 'raced')];
  await theirs.read();
  const lock = await world.store.startTransaction().execute();
  await lock.updateTable('draft').set({ base_version: null }).where('journey_id', '=', 'raced').execute();
  const publishing = mine.publish();
  await untilSomebodyWaits();
  await lock.updateTable('draft').set({ revision: '999999' }).where('journey_id', '=', 'raced').execute();
  await lock.commit().execute();
  expect((await publishing).json()).toMatchObject({ code: 'DRAFT_STALE', current: { revision: 999_999 } });
  expect((await versionsOf('raced')).code).toBe('JOURNEY_UNKNOWN');
  const journey = world.store.selectFrom('journey').select('id').where('id', '=', 'raced');
  expect(await journey.execute()).toEqual([]);
});

test('what a CLI publishes beside the draft leaves the draft and its base alone', async () => {
  const author = await beginDraft('beside');
  await author.publish();
  const before = (await author.read()).json();
  await world.post('/v1/journeys', toText('beside', 'from a file'));
  expect((await author.read()).json()).toEqual(before);
  await author.save(toText('beside', 3), 2);
  expect((await author.publish()).json()).toMatchObject({ version: 3 });
});

/** A statement of this database waits for a row that another has locked. */
async function untilSomebodyWaits(): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await sql`
          select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
        `.execute(world.store);
        return rows.length;
      },
      { timeout: 10_000 },
    )
    .toBe(1);
}

test('a draft begun from a version and left as it is means the same: it makes no new version', async () => {
  const text = `// as it was written\n${toText('kept', 1)}`;
  const { version } = (await world.post('/v1/journeys', text)).json();
  const { definition, source } = (await world.get('/v1/journeys/kept')).json();
  expect(source).toBe(text);
  const author = await beginDraft('kept', JSON.stringify(definition));
  expect((await author.publish()).json()).toMatchObject({ version, created: false });
  await author.save(source);
  expect((await author.publish()).json()).toMatchObject({ version, created: false });
  expect((await world.post('/v1/journeys', toText('kept', 1))).json()).toMatchObject({ version });
});
