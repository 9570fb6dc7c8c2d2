import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId } from '../../src/store/ids.ts';
import { claimOverdueRuns } from '../../src/store/overdue-sends.ts';
import { patient } from '../inbox/journeys.ts';
import { createInboxWorld, type InboxWorld } from '../support/inbox-world.ts';

let world: InboxWorld;
beforeAll(async () => {
  world = await createInboxWorld();
  await world.publish(patient);
});
afterAll(() => world.close());

const minute = 60_000;
const overdue = () => claimOverdueRuns(world.store, { overdueMs: minute, limit: 10 });

/** A run whose message was to ask the gate again so long ago, on the person's clock. */
async function parked(agoMs: number | undefined, clockOffsetMs = 0): Promise<string> {
  const person = await world.person(createId('per'));
  await world.store
    .updateTable('person')
    .set({ clock_offset_ms: clockOffsetMs })
    .where('id', '=', person)
    .execute();
  const run = await world.running('patient', person);
  const sender = createId('sdr');
  await world.store
    .insertInto('sender')
    .values({ id: sender, channel: 'whatsapp', provider_id: sender, account_id: null })
    .execute();
  const key = {
    id: createId('snd'),
    run_id: run,
    node: 'step',
    visit: 1,
    person_id: person,
    sender_id: sender,
  };
  const message = { channel: 'whatsapp' as const, category: 'utility' as const, awaits: 'delivered' };
  const now = Date.now();
  const wait = {
    state: 'parked' as const,
    policy: 'restrictions',
    parked_until: agoMs === undefined ? null : new Date(now + clockOffsetMs - agoMs),
    expires_at: new Date(now + 60 * minute),
    updated_at: new Date(now - 10 * minute),
  };
  await world.store
    .insertInto('send')
    .values({ ...key, ...message, ...wait })
    .execute();
  return run;
}

test('a message that waits beyond its time is asked again, once in a minute', async () => {
  const [lost, ahead] = [await parked(2 * minute), await parked(2 * minute, 60 * 60 * minute)];
  await parked(minute / 2);
  await parked(-5 * minute);
  await parked(-5 * minute, 60 * 60 * minute);
  await parked(undefined);
  expect((await overdue()).toSorted()).toEqual([lost, ahead].toSorted());
  expect(await overdue()).toEqual([]);
});
