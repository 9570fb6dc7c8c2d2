// Several authors of one draft: whatever order they come in, nobody overwrites what they have not seen.

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Author, createAuthor, toText } from './draft-author.ts';
import { createHttpWorld, type HttpWorld } from './world.ts';

let world: HttpWorld;

beforeAll(async () => {
  world = await createHttpWorld();
});

afterAll(() => world.stop());

const authorsOf = (id: string, count: number) => Array.from({ length: count }, () => createAuthor(world, id));

/** So many authors who have all seen the same draft. */
async function meet(id: string, count: number): Promise<Author[]> {
  await createAuthor(world, id).save(toText(id, 'start'));
  const authors = authorsOf(id, count);
  for (const author of authors) await author.read();
  return authors;
}

test('of many saves at once on the same revision exactly one wins, and all others get the winner’s', async () => {
  for (let round = 0; round < 10; round += 1) {
    const id = `crowd-${round}`;
    const authors = await meet(id, 6);
    const answers = await Promise.all(authors.map((author, index) => author.save(toText(id, index))));
    const winners = answers.filter(({ statusCode }) => statusCode === 200);
    expect(winners).toHaveLength(1);
    const won = winners[0]?.json();
    for (const late of answers.filter(({ statusCode }) => statusCode !== 200)) {
      expect(late.json()).toMatchObject({ status: 409, code: 'DRAFT_STALE', current: won });
    }
    expect((await world.get(`/v1/drafts/${id}`)).json()).toEqual(won);
  }
});

test('of many who begin the same draft at once exactly one does', async () => {
  const answers = await Promise.all(
    authorsOf('begun', 6).map((author, index) => author.save(toText('begun', index))),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409, 409, 409]);
});

test('of a save, a publish and a deletion at once exactly one happens', async () => {
  for (let round = 0; round < 12; round += 1) {
    const id = `mixed-${round}`;
    const [saver, publisher, deleter] = await meet(id, 3);
    const acts = [
      () => saver?.save(toText(id, 'saved')),
      () => publisher?.publish(),
      () => deleter?.delete(),
    ];
    const turned = [...acts.slice(round % 3), ...acts.slice(0, round % 3)];
    const codes = (await Promise.all(turned.map((act) => act()))).map((answer) => answer?.statusCode ?? 0);
    const done = codes.filter((code) => code < 300);
    expect([round, codes, done.length]).toEqual([round, codes, 1]);
    expect(codes.filter((code) => ![200, 201, 204, 404, 409].includes(code))).toEqual([]);
    // A version is there exactly where the publish was what happened.
    const { statusCode } = await world.get(`/v1/journeys/${id}`);
    expect([codes, statusCode]).toEqual([codes, done[0] === 201 ? 200 : 404]);
  }
});

test('two publishers of one revision make one version', async () => {
  const answers = await Promise.all((await meet('twice', 2)).map((author) => author.publish()));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  expect((await world.get('/v1/journeys/twice/versions')).json().versions).toHaveLength(1);
});

const step = fc.record({
  by: fc.constantFrom(0, 1),
  act: fc.constantFrom('read', 'save', 'save', 'save', 'delete', 'publish'),
  // Few texts, so that authors come to write the same.
  text: fc.integer({ min: 0, max: 3 }),
});

test('in any order of what two authors do, what stands is only changed by who has seen it', async () => {
  let draft = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      draft += 1;
      const id = `order-${draft}`;
      const authors = authorsOf(id, 2);
      /** What stands by all that was answered so far; its ETag has never been another's. */
      let standing: { readonly source: string; readonly etag: string | undefined } | undefined;
      const etags = new Set<string>();
      for (const { by, act, text } of steps) {
        const author = authors[by];
        if (author === undefined) throw new RangeError('there are two authors');
        const hasSeen = author.seen() === standing?.etag;
        if (act === 'read') {
          const read = (await author.read()).json();
          expect(read.source).toBe(standing?.source);
        } else if (act === 'save') {
          const source = toText(id, text);
          const { statusCode } = await author.save(source);
          const isDone = standing?.source === source;
          expect([200, 201].includes(statusCode)).toBe(hasSeen || isDone);
          if (!hasSeen && !isDone) expect(statusCode).toBe(standing === undefined ? 404 : 409);
          if (hasSeen) standing = { source, etag: author.seen() };
        } else if (author.seen() !== undefined) {
          const { statusCode } = await (act === 'delete' ? author.delete() : author.publish());
          expect(statusCode < 300).toBe(hasSeen);
          if (!hasSeen) expect(statusCode).toBe(standing === undefined ? 404 : 409);
          if (hasSeen)
            standing = act === 'delete' ? undefined : standing && { ...standing, etag: author.seen() };
        }
        const { etag } = standing ?? {};
        const { headers, statusCode } = await world.get(`/v1/drafts/${id}`);
        expect([statusCode, headers['etag']]).toEqual([etag === undefined ? 404 : 200, etag]);
        if (hasSeen && etag !== undefined && act !== 'read') {
          expect(etags.has(etag)).toBe(false);
          etags.add(etag);
        }
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
