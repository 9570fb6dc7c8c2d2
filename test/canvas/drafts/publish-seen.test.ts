import { expect, test } from 'vitest';
import { publishSeen } from '../../../src/canvas/drafts/publish-seen.ts';
import { StaleDraftError, UnreachableError } from '../../../src/client/client-errors.ts';
import type { DraftPublishAnswer } from '../../../src/client/draft-calls.ts';

const at = '2026-03-02T12:03:00.000Z';
const answer = (revision: number): DraftPublishAnswer => ({
  ...{ id: 'sale', version: 5, hash: 'x', created: false, revision, warnings: [] },
});
const stale = (revision: number, source: string) => {
  const current = { id: 'sale', revision, source, baseVersion: 5, updatedAt: at };
  const words = { type: '', title: '', detail: '', hint: '' };
  return new StaleDraftError({ ...words, status: 409, code: 'DRAFT_STALE', current });
};

/** A server whose draft stands at a revision, with a text. */
function serverAt(stands: number, source: string) {
  const asked: number[] = [];
  const publish = async (revision: number) => {
    asked.push(revision);
    if (revision !== stands) throw stale(stands, source);
    return answer(stands + 1);
  };
  return { asked, publish };
}

test('what nobody has changed is published at once', async () => {
  const { asked, publish } = serverAt(3, 'mine');
  expect((await publishSeen({ revision: 3, text: 'mine' }, publish)).version).toBe(5);
  expect(asked).toEqual([3]);
});

test('an attempt whose answer was lost is repeated where its text stands now', async () => {
  const { asked, publish } = serverAt(4, 'mine');
  expect((await publishSeen({ revision: 3, text: 'mine' }, publish)).version).toBe(5);
  expect(asked).toEqual([3, 4]);
});

test('what somebody else has written is not published', async () => {
  const { asked, publish } = serverAt(4, 'theirs');
  await expect(publishSeen({ revision: 3, text: 'mine' }, publish)).rejects.toBeInstanceOf(StaleDraftError);
  expect(asked).toEqual([3]);
});

test('a server that does not answer is not asked twice', async () => {
  let count = 0;
  const publish = async () => {
    count += 1;
    throw new UnreachableError('CLIENT_UNREACHABLE', { url: 'http://127.0.0.1' });
  };
  await expect(publishSeen({ revision: 3, text: 'mine' }, publish)).rejects.toThrow('does not answer');
  expect(count).toBe(1);
});
