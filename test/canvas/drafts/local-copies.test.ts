import { expect, test } from 'vitest';
import { type CopyStorage, dropCopy, findCopies, keepCopy } from '../../../src/canvas/drafts/local-copies.ts';
import { beginSaving, follow, isDirty } from '../../../src/canvas/drafts/saving.ts';

function memory(room = Number.POSITIVE_INFINITY): CopyStorage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new RangeError('QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}

const begun = beginSaving({ revision: 3, text: 'a', baseVersion: 2 });
const edited = follow(begun, { type: 'edited', text: 'ab' });
const place = { journey: 'sale', tab: 'one' };

test('what the server lacks is kept with what it stands on, and read back the same', () => {
  const storage = memory();
  const sent = follow(edited, { type: 'due' });
  keepCopy(storage, place, { saving: sent, at: '2026-03-02T12:00:00.000Z' });
  const [copy] = findCopies(storage, 'sale');
  expect(copy).toMatchObject({
    tab: 'one',
    saving: { text: 'ab', standing: begun.standing, unanswered: sent.unanswered },
  });
  expect(copy && isDirty(copy.saving)).toBe(true);
});

test('nothing is kept of what the server has', () => {
  const storage = memory();
  keepCopy(storage, place, { saving: edited, at: '2026-03-02T12:00:00.000Z' });
  keepCopy(storage, place, { saving: begun, at: '2026-03-02T12:00:01.000Z' });
  expect(findCopies(storage, 'sale')).toEqual([]);
});

test('each tab keeps its own; the newest is found first, those of other journeys not at all', () => {
  const storage = memory();
  keepCopy(storage, place, { saving: edited, at: '2026-03-02T12:00:00.000Z' });
  keepCopy(storage, { ...place, tab: 'two' }, { saving: edited, at: '2026-03-02T12:00:05.000Z' });
  keepCopy(storage, { journey: 'sale-2', tab: 'one' }, { saving: edited, at: '2026-03-02T12:00:09.000Z' });
  expect(findCopies(storage, 'sale').map(({ tab }) => tab)).toEqual(['two', 'one']);
  dropCopy(storage, { ...place, tab: 'two' });
  expect(findCopies(storage, 'sale').map(({ tab }) => tab)).toEqual(['one']);
});

test('a browser without room says so', () => {
  expect(keepCopy(memory(10), place, { saving: edited, at: '2026-03-02T12:00:00.000Z' })).toBe(false);
});

test('what somebody else has written there is no copy', () => {
  const storage = memory();
  storage.setItem('jornada.draft.sale.one', '{"text": 1}');
  storage.setItem('jornada.draft.sale.two', 'null and void');
  expect(findCopies(storage, 'sale')).toEqual([]);
});
