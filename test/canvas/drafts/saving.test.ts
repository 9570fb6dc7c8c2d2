import { expect, test } from 'vitest';
import {
  beginSaving,
  follow,
  isDirty,
  type Saving,
  type SavingEvent,
  wantsSave,
} from '../../../src/canvas/drafts/saving.ts';

const at = '2026-03-02T12:03:00.000Z';
const draft = (revision: number, source: string) => ({ revision, source, baseVersion: 4, updatedAt: at });
const begun = beginSaving({ revision: 1, text: 'a', baseVersion: 4 });

function after(...events: readonly SavingEvent[]): Saving {
  return events.reduce(follow, begun);
}

const edited = (text: string): SavingEvent => ({ type: 'edited', text });
const due: SavingEvent = { type: 'due' };
const offline = (number: number): SavingEvent => ({
  type: 'failed',
  number,
  trouble: { kind: 'unreachable' },
});

test('what was written is sent once the author pauses, and nothing is sent twice at a time', () => {
  const sent = after(edited('ab'), due);
  expect(sent.flight).toEqual({ number: 1, text: 'ab' });
  expect(follow(sent, due)).toBe(sent);
  expect(follow(follow(sent, edited('abc')), due).flight?.number).toBe(1);
});

test('what was written during a save is saved after it', () => {
  const saved = after(edited('ab'), due, edited('abc'), {
    type: 'saved',
    number: 1,
    text: 'ab',
    draft: draft(2, 'ab'),
  });
  expect(saved.standing).toEqual({ revision: 2, text: 'ab', baseVersion: 4 });
  expect(wantsSave(saved)).toBe(true);
  expect(follow(saved, due).flight).toEqual({ number: 2, text: 'abc' });
});

test('a server that died after it had stored the text is no other author', () => {
  const back = after(edited('ab'), due, offline(1), edited('abc'), due, {
    type: 'stale',
    number: 2,
    current: draft(2, 'ab'),
  });
  expect(back.conflict).toBeUndefined();
  expect(back.standing.revision).toBe(2);
  expect(follow(back, due).flight?.text).toBe('abc');
});

test('what was taken back after a save without an answer is saved too', () => {
  const undone = after(edited('ab'), due, offline(1), edited('a'));
  expect(isDirty(undone)).toBe(true);
  const seen = follow(undone, { type: 'seen', draft: draft(2, 'ab'), flights: 1 });
  expect(seen.text).toBe('a');
  expect(follow(seen, due).flight?.text).toBe('a');
});

test("another author's text is never written over unseen", () => {
  const met = after(edited('ab'), due, { type: 'stale', number: 1, current: draft(2, 'ax') });
  expect(met.conflict?.source).toBe('ax');
  expect(met.text).toBe('ab');
  expect(follow(follow(met, edited('abc')), due).flight).toBeUndefined();
  const decided = follow(met, { type: 'resolved', text: 'abx', on: draft(2, 'ax') });
  expect(decided.conflict).toBeUndefined();
  expect(decided.standing.revision).toBe(2);
  expect(follow(decided, due).flight?.text).toBe('abx');
});

test('a decision on what has changed once more is asked for again', () => {
  const met = after(edited('ab'), due, { type: 'stale', number: 1, current: draft(2, 'ax') });
  const newer = follow(met, { type: 'seen', draft: draft(3, 'axy'), flights: 1 });
  const decided = follow(newer, { type: 'resolved', text: 'abx', on: draft(2, 'ax') });
  expect(decided.conflict?.revision).toBe(3);
  expect(wantsSave(decided)).toBe(false);
});

test('what the author has not touched is brought up to date', () => {
  const seen = after({ type: 'seen', draft: draft(2, 'ax'), flights: 0 });
  expect(seen).toMatchObject({ text: 'ax', standing: { revision: 2, text: 'ax' } });
});

test('old news changes nothing', () => {
  const saved = after(edited('ab'), due, { type: 'saved', number: 1, text: 'ab', draft: draft(2, 'ab') });
  expect(follow(saved, { type: 'seen', draft: draft(1, 'a'), flights: 1 })).toBe(saved);
  expect(follow(saved, { type: 'seen', draft: undefined, flights: 0 })).toBe(saved);
  expect(follow(saved, { type: 'saved', number: 1, text: 'ab', draft: draft(2, 'ab') })).toBe(saved);
  expect(follow(saved, offline(1))).toBe(saved);
});

test('a database that was restored is met like another author', () => {
  const late = beginSaving({ revision: 45, text: 'a', baseVersion: 4 });
  const sent = follow(follow(late, edited('ab')), due);
  const met = follow(sent, { type: 'stale', number: 1, current: draft(3, 'old') });
  expect(met.conflict?.revision).toBe(3);
  expect(wantsSave(met)).toBe(false);
  const decided = follow(met, { type: 'resolved', text: 'ab', on: draft(3, 'old') });
  expect(decided).toMatchObject({ text: 'ab', standing: { revision: 3 } });
  expect(decided.conflict).toBeUndefined();
});

test('a text that the server refuses is not sent again until it has changed', () => {
  const trouble = { kind: 'refused', text: 'ab', detail: 'too large', hint: '' } as const;
  const refused = after(edited('ab'), due, { type: 'failed', number: 1, trouble });
  expect(wantsSave(refused)).toBe(false);
  expect(wantsSave(follow(refused, edited('b')))).toBe(true);
});

test('a deleted draft is begun anew with what was written', () => {
  const gone = after(edited('ab'), due, { type: 'gone', number: 1 });
  expect(gone).toMatchObject({ text: 'ab', standing: { revision: undefined } });
  expect(wantsSave(gone)).toBe(true);
});

test('publishing moves the base and keeps what was written meanwhile', () => {
  const published = after(edited('ab'), { type: 'published', revision: 2, version: 5 });
  expect(published.standing).toEqual({ revision: 2, text: 'a', baseVersion: 5 });
  expect(wantsSave(published)).toBe(true);
});

test('a publication whose answer was lost is no other author, whatever was written since', () => {
  const published = { ...draft(2, 'a'), baseVersion: 5 };
  for (const event of [
    { type: 'stale', number: 1, current: published },
    { type: 'seen', draft: published, flights: 1 },
  ] as const) {
    const back = after(edited('ab'), due, offline(1), event);
    expect(back.conflict).toBeUndefined();
    expect(back).toMatchObject({ text: 'ab', standing: { revision: 2, text: 'a', baseVersion: 5 } });
    expect(follow(back, due).flight?.text).toBe('ab');
  }
});
