// A run reset from the Temporal UI's API to its very beginning: the ledger answers for what was done before, so the
// person is not written to again.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRun } from '../../src/store/runs.ts';
import { abandonOrphanedSends } from '../../src/store/sends.ts';
import { note, offer } from '../support/message-journeys.ts';
import { startWorld, type World } from '../support/world.ts';

describe('a run that is reset to its first workflow task', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.publish(offer);
    await world.publish(note);
  });
  afterAll(() => world.stop());

  const order = (person: string) => world.api('/v1/events', { person, event: 'order.placed' });

  test('writes to nobody again, while awaiting and after the message has arrived', async () => {
    const { meta } = world.local;
    const guest = await world.person({ rehearsed: false, script: { do: 'hold' } });
    const run = await world.start('offer', guest);
    await untilIn(world, run, 'held');
    await reset(world, run);
    await untilIn(world, run, 'held');
    meta.release(guest.phone);
    await untilIn(world, run, 'waiting');
    await reset(world, run);
    await untilIn(world, run, 'waiting');
    await order(guest.externalId);
    expect(await world.ended(run)).toBe('reached');
    expect(await world.path(run)).toEqual(['offer→delivered', 'think→received', 'done→reached']);
    expect(meta.messages(guest.phone)).toHaveLength(1);
  });

  test('writes to nobody again while the first POST is still on its way', async () => {
    const { meta } = world.local;
    const script = { do: 'deliver', delaysMs: { answer: 3_000, sent: 4_000, delivered: 4_000 } } as const;
    const guest = await world.person({ rehearsed: false, script });
    const run = await world.start('note', guest);
    await meta.until(() => meta.messages(guest.phone).length > 0);
    await reset(world, run);
    await untilIn(world, run, 'reconciling');
    expect(await world.ended(run)).toBe('reached');
    expect(await world.path(run)).toEqual(['offer→delivered', 'done→reached']);
    expect(meta.messages(guest.phone)).toHaveLength(1);
  });

  test('after it was terminated with an attempt whose end nobody knows, waits for the evidence', async () => {
    const { meta } = world.local;
    const script = { do: 'reset-after-accept', fate: { do: 'hold' } } as const;
    const guest = await world.person({ rehearsed: false, script });
    const run = await world.start('note', guest);
    await untilIn(world, run, 'reconciling');
    await terminate(world, run);
    await reset(world, run);
    await untilIn(world, run, 'reconciling');
    meta.release(guest.phone);
    expect(await world.ended(run)).toBe('reached');
    expect(meta.messages(guest.phone)).toHaveLength(1);
  });

  test('after its end, lives again: events reach it, and its row is not closed before it is', async () => {
    const { meta } = world.local;
    const guest = await world.person({ rehearsed: false });
    const run = await world.start('offer', guest);
    await untilIn(world, run, 'waiting');
    await terminate(world, run);
    await reset(world, run);
    await untilIn(world, run, 'waiting');
    await order(guest.externalId);
    expect(await world.ended(run)).toBe('reached');
    expect(await findRun(world.local.store, run)).toMatchObject({ state: 'closed', outcome: 'reached' });
    expect(meta.messages(guest.phone)).toHaveLength(1);
  });

  test('ends again as it did, when it had ended', async () => {
    const { meta } = world.local;
    const guest = await world.person({ rehearsed: false });
    const run = await world.start('note', guest);
    expect(await world.ended(run)).toBe('reached');
    await reset(world, run);
    expect(await world.ended(run)).toBe('reached');
    expect(await world.path(run)).toEqual(['offer→delivered', 'done→reached']);
    expect(meta.messages(guest.phone)).toHaveLength(1);
  });
});

/** An operator ends it, and the sweep has seen to what it left behind. */
async function terminate({ local: { client, store } }: World, run: string): Promise<void> {
  await client.getHandle(`run:${run}`).terminate();
  await expect.poll(async () => (await findRun(store, run))?.state, { timeout: 15_000 }).toBe('closed');
  await abandonOrphanedSends(store, 0);
}

/** What the Temporal UI does for "reset to the first workflow task"; signals are applied again. */
async function reset({ local: { client } }: World, run: string): Promise<void> {
  const workflowId = `run:${run}`;
  const { events } = await client.getHandle(workflowId).fetchHistory();
  const first = events?.find((event) => event.workflowTaskCompletedEventAttributes);
  const { runId } = await client.getHandle(workflowId).describe();
  await client.workflowService.resetWorkflowExecution({
    namespace: client.options.namespace,
    workflowExecution: { workflowId, runId },
    workflowTaskFinishEventId: first?.eventId ?? null,
    requestId: randomUUID(),
    reason: 'test',
  });
}

async function untilIn({ local: { runs } }: World, run: string, state: string): Promise<void> {
  await expect.poll(async () => (await runs.state(run)).state, { timeout: 15_000 }).toBe(state);
}
