// Several numbers: who sends, and what one of them can that others can't.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId } from '../../../src/store/ids.ts';
import { createSendWorld, hour, noon, type SendWorld } from './send-world.ts';

let world: SendWorld;
/** Sender ids by name. */
const ids = new Map<string, string>();

beforeAll(async () => {
  world = await createSendWorld();
  ids.set('default', world.sender);
  await addSender('kr', '100000000000002');
  await addSender('old', '100000000000003', { active: false });
});
afterAll(() => world.stop());

async function addSender(name: string, phoneNumberId: string, more: { active?: boolean } = {}) {
  const id = createId('sdr');
  ids.set(name, id);
  const row = { channel: 'whatsapp', provider_id: phoneNumberId, account_id: '200000000000001' } as const;
  await world.store
    .insertInto('sender')
    .values({ id, name, ...row, ...more })
    .execute();
}

async function talkTo(name: string, personId: string, until: number): Promise<void> {
  const key = { person_id: personId, sender_id: ids.get(name) ?? '' };
  await world.store
    .insertInto('channel_memory')
    .values({ ...key, window_ends_at: new Date(until) })
    .execute();
}

async function senderOf(visit: Awaited<ReturnType<SendWorld['offer']>>): Promise<string | undefined> {
  const { sender_id: sender } = await visit.send();
  return [...ids].find(([, id]) => id === sender)?.[0];
}

test('the oldest number sends where nothing says otherwise, and the default where there is one', async () => {
  const first = await world.offer();
  await first.execute(noon);
  expect(await senderOf(first)).toBe('default');
  const asDefault = (is_default: boolean) =>
    world.store.updateTable('sender').set({ is_default }).where('name', '=', 'kr').execute();
  await asDefault(true);
  const second = await world.offer();
  await second.execute(noon);
  await asDefault(false);
  expect(await senderOf(second)).toBe('kr');
});

test('the number that the person is talking to answers; a window that has closed says nothing', async () => {
  const open = await world.offer();
  await talkTo('kr', open.personId, noon + hour);
  await open.execute(noon);
  expect(await senderOf(open)).toBe('kr');
  const closed = await world.offer();
  await talkTo('kr', closed.personId, noon - hour);
  await closed.execute(noon);
  expect(await senderOf(closed)).toBe('default');
});

test('of two conversations the newer one goes on', async () => {
  const visit = await world.offer();
  await talkTo('default', visit.personId, noon + 2 * hour);
  await talkTo('kr', visit.personId, noon + 3 * hour);
  await visit.execute(noon);
  expect(await senderOf(visit)).toBe('kr');
});

test('the author may name a number, whoever the person is talking to', async () => {
  const visit = await world.offer({ with: { sender: 'kr' } });
  await talkTo('default', visit.personId, noon + hour);
  await visit.execute(noon);
  expect(await senderOf(visit)).toBe('kr');
});

test('what the journey names holds for nodes that name none', async () => {
  const policy = { sender: 'kr' };
  const visit = await world.offer({ policy });
  await visit.execute(noon);
  expect(await senderOf(visit)).toBe('kr');
  const other = await world.offer({ policy, with: { sender: 'default' } });
  await other.execute(noon);
  expect(await senderOf(other)).toBe('default');
});

test.each(['nobody', 'old'])('a number "%s" that is not configured ends as account', async (sender) => {
  const visit = await world.offer({ with: { sender } });
  expect(await visit.execute(noon)).toEqual({
    status: 'settled',
    outcome: 'account',
    code: 'no_sender',
    attempted: false,
  });
  expect(visit.posts()).toBe(0);
});

test('whoever has a message in hand keeps it, also when the person turns to another number', async () => {
  const visit = await world.offer();
  world.meta.script(visit.phone, { do: 'reset-after-accept' });
  await visit.execute(noon);
  await talkTo('kr', visit.personId, noon + hour);
  await visit.execute(noon + hour);
  expect(await senderOf(visit)).toBe('default');
  expect(await visit.attempts()).toHaveLength(1);
});
