import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, createClient } from '../../src/client/client.ts';
import { ProblemError, StaleDraftError } from '../../src/client/client-errors.ts';
import { toText } from '../http/draft-author.ts';
import { apiKey, createHttpWorld, type HttpWorld } from '../http/world.ts';

let world: HttpWorld;
let client: Client;

beforeAll(async () => {
  world = await createHttpWorld();
  client = createClient({ url: await world.app.listen({ host: '127.0.0.1', port: 0 }), apiKey });
});

afterAll(() => world.stop());

const thrownBy = (call: Promise<unknown>) => call.catch((error: unknown) => error);

test('a draft is begun, saved, published and deleted, each by the revision of the step before', async () => {
  expect(await thrownBy(client.draft('story'))).toMatchObject({ code: 'DRAFT_UNKNOWN' });
  const begun = await client.saveDraft('story', { source: toText('story', 1), baseVersion: null });
  const saved = await client.saveDraft('story', { source: toText('story', 2), revision: begun.revision });
  expect(await client.draft('story')).toEqual(saved);
  const published = await client.publishDraft('story', { revision: saved.revision, note: 'Told' });
  expect(published).toMatchObject({ version: 1, created: true, warnings: [] });
  const { drafts } = await client.drafts();
  expect(drafts).toMatchObject([
    { id: 'story', name: 'Draft 2', revision: published.revision, baseVersion: 1 },
  ]);
  expect((await client.versions('story')).versions).toMatchObject([{ version: 1, note: 'Told' }]);
  await client.saveDraft('story', { source: toText('story', 3), revision: published.revision });
  const { changes } = await client.diff('story', { from: 1, to: 'draft' });
  expect(changes).toMatchObject([{ kind: 'field-changed', before: 'Draft 2', after: 'Draft 3' }]);
  const { revision } = await client.draft('story');
  expect(await client.deleteDraft('story', revision)).toBeUndefined();
  expect((await client.drafts()).drafts).toEqual([]);
});

test('who is too late gets the draft that stands, as a typed error, whatever they were about to do', async () => {
  const { revision } = await client.saveDraft('late', { source: toText('late', 1) });
  const current = await client.saveDraft('late', { source: toText('late', 2), revision });
  const acts = [
    () => client.saveDraft('late', { source: toText('late', 3), revision }),
    () => client.saveDraft('late', { source: toText('late', 3) }),
    () => client.publishDraft('late', { revision }),
    () => client.deleteDraft('late', revision),
  ];
  for (const act of acts) {
    const error = await thrownBy(act());
    expect(error).toBeInstanceOf(StaleDraftError);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ name: 'StaleDraftError', code: 'DRAFT_STALE', current });
  }
});

test('versions come a page at a time', async () => {
  for (const mark of ['a', 'b', 'c']) await client.publish(toText('pages', mark));
  const first = await client.versions('pages', { limit: 2 });
  expect(first.versions.map(({ version }) => version)).toEqual([3, 2]);
  const second = await client.versions('pages', { limit: 2, cursor: first.next });
  expect(second).toEqual({ versions: [expect.objectContaining({ version: 1 })] });
});
