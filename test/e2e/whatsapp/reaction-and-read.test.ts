// What is no message of its own: a person's message is shown as read and gets an emoji, a message of ours an emoji that is
// taken back. Both need the window, and something that they are about.

import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guest } from '../../support/world.ts';
import { day, hour, minute, openStage, type Stage } from './stage.ts';

const then = (next: string) => ({ accepted: next, unresolved: 'done', '*': 'done' });
const done = { type: 'exit', with: { as: 'done' } };

/** Answers who asks for it. */
const caring = {
  id: 'caring',
  name: 'Caring',
  entry: { on: { inbound: { keywords: ['order'] } } },
  start: 'seen',
  nodes: {
    seen: { type: 'whatsapp.read', with: { typing: true }, next: then('thanks') },
    thanks: { type: 'whatsapp.reaction', with: { emoji: '🙏' }, next: then('answer') },
    answer: {
      type: 'whatsapp.message',
      with: { text: 'It is on its way', within: '2h' },
      next: { delivered: 'gift', unresolved: 'done', '*': 'done' },
    },
    gift: {
      type: 'whatsapp.reaction',
      with: { emoji: '🎁', to: 'answer', waitForWindow: true },
      next: then('pause'),
    },
    pause: { type: 'delay', with: { for: '1h' }, next: { done: 'none', '*': 'done' } },
    none: {
      type: 'whatsapp.reaction',
      with: { emoji: '', to: 'answer', waitForWindow: true },
      next: then('done'),
    },
    done,
  },
};
/** A reaction may wait for what it is put on, a receipt may not. */
const patient = {
  id: 'patient',
  name: 'Patient',
  entry: { on: { api: true } },
  start: 'thanks',
  nodes: {
    thanks: { type: 'whatsapp.reaction', with: { emoji: '🙏', waitForWindow: true }, next: then('done') },
    done,
  },
};

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.publish(caring);
  await stage.publish(patient);
});
afterAll(() => stage?.stop());

/** Of the run that what they wrote has started. */
async function runOf({ id }: Guest): Promise<string> {
  const runs = stage.local.store.selectFrom('run').select('id').where('person_id', '=', id);
  return (await runs.executeTakeFirstOrThrow()).id;
}

interface Chat {
  readonly entries: readonly { readonly reply?: object; readonly message?: object }[];
}

/** What the person wrote, and what was written to them, as their phone shows it. */
async function chatOf({ phone }: Guest) {
  const { body } = await request(`${stage.local.meta.url}/_emulator/phones/${encodeURIComponent(phone)}`);
  const { entries } = (await body.json()) as Chat;
  return {
    replies: entries.flatMap(({ reply }) => (reply === undefined ? [] : [reply])),
    messages: entries.flatMap(({ message }) => (message === undefined ? [] : [message])),
  };
}

test('the last message of the person is read and has an emoji; one on ours is put on and taken off', {
  timeout: 60_000,
}, async () => {
  const guest = await stage.person();
  await stage.says(guest, 'Is anybody there?');
  await stage.says(guest, 'order');
  const run = await runOf(guest);
  const before = await chatOf(guest);
  const [older, newer] = before.replies;
  expect(older).not.toHaveProperty('reaction');
  expect(newer).toMatchObject({ reaction: '🙏', isAnswering: true, readAt: expect.any(String) });
  expect(before.messages).toContainEqual(
    expect.objectContaining({ text: 'It is on its way', reaction: '🎁' }),
  );
  await stage.advance(guest, hour);
  expect(await stage.ended(run)).toBe('done');
  expect(await stage.path(run)).toEqual([
    ...['seen→accepted', 'thanks→accepted', 'answer→delivered', 'gift→accepted'],
    ...['pause→done', 'none→accepted', 'done→done'],
  ]);
  const { messages } = await chatOf(guest);
  expect(messages.filter((message) => 'reaction' in message)).toEqual([]);
});

test('a receipt for what comes a day late is not tried', {
  timeout: 60_000,
}, async () => {
  const guest = await stage.person();
  const requests = stage.local.meta.requests().length;
  await stage.hears(guest, 'order', { ageMs: day + minute });
  const run = await runOf(guest);
  expect(await stage.ended(run)).toBe('done');
  expect(await stage.path(run)).toEqual(['seen→window', 'done→done']);
  expect(stage.local.meta.requests()).toHaveLength(requests);
});

test('an emoji that may wait is put on what the person writes then', { timeout: 60_000 }, async () => {
  const guest = await stage.person();
  const run = await stage.start('patient', guest);
  await stage.settled(guest);
  expect(await stage.step(run)).toMatchObject({ policy: 'window' });
  expect(stage.posts(guest)).toBe(0);
  await stage.says(guest, 'Thank you for the parcel');
  expect(await stage.ended(run)).toBe('done');
  expect(await stage.path(run)).toEqual(['thanks→accepted', 'done→done']);
  await stage.heard();
  expect((await chatOf(guest)).replies).toMatchObject([{ reaction: '🙏' }]);
});

test('a call opens the window, but nothing can be put on it', { timeout: 60_000 }, async () => {
  const guest = await stage.person();
  const run = await stage.start('patient', guest);
  stage.local.meta.call(guest.phone);
  expect(await stage.ended(run)).toBe('done');
  expect(await stage.path(run)).toEqual(['thanks→invalid', 'done→done']);
  expect(stage.posts(guest)).toBe(0);
});

test('nothing of the people is kept where it must not be', () => stage.expectNoTraceOfPeople());
