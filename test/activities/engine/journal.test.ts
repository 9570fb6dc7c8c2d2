import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeJournal } from '../../../activities/engine/journal.ts';
import type { JournalEntry } from '../../../src/machine/machine.ts';
import { createSendWorld, hour, noon, type SendWorld } from './send-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
});
afterAll(() => world.stop());

async function newRun(): Promise<string> {
  return (await world.offer()).runId;
}

function stepsOf(run: string) {
  return world.store
    .selectFrom('run_step')
    .select(['node', 'visit', 'entered_at', 'outcome', 'settled_at', 'attempted', 'code', 'policy'])
    .where('run_id', '=', run)
    .orderBy('node')
    .orderBy('visit')
    .execute();
}

describe('the journal', () => {
  const entered = { node: 'offer', visit: 1, entered: noon } as const;
  const settled = { ...entered, settled: noon + hour, outcome: 'delivered', attempted: true } as const;

  test('never unsettles what has settled', async () => {
    const run = await newRun();
    await writeJournal(world.store, { run, entries: [settled] });
    await writeJournal(world.store, { run, entries: [entered] });
    expect(await stepsOf(run)).toMatchObject([{ node: 'offer', outcome: 'delivered', attempted: true }]);
  });

  test('comes to the same whatever the order, the pieces and the repetitions', async () => {
    const path: readonly JournalEntry[] = [
      entered,
      settled,
      { node: 'think', visit: 1, entered: noon + hour },
      { node: 'think', visit: 1, entered: noon + hour, settled: noon + 2 * hour, outcome: 'timeout' },
      { node: 'offer', visit: 2, entered: noon + 2 * hour },
      {
        node: 'offer',
        visit: 2,
        entered: noon + 2 * hour,
        settled: noon + 2 * hour,
        outcome: 'limit.us',
        policy: 'us-pause',
        attempted: false,
      },
    ];
    const inOrder = await newRun();
    await writeJournal(world.store, { run: inOrder, entries: path });
    const expected = await stepsOf(inOrder);
    const pieces = fc.array(fc.subarray([...path, ...path]).map(shuffled), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        pieces,
        fc.shuffledSubarray([...path], { minLength: path.length }),
        async (some, all) => {
          const run = await newRun();
          for (const entries of [...some, all]) await writeJournal(world.store, { run, entries });
          expect(await stepsOf(run)).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('closes the run, once', async () => {
    const run = await newRun();
    const closed = { outcome: 'reached', at: noon };
    await writeJournal(world.store, { run, entries: [settled], closed });
    await writeJournal(world.store, { run, entries: [settled], closed });
    const row = await world.store
      .selectFrom('run')
      .select(['state', 'outcome'])
      .where('id', '=', run)
      .execute();
    expect(row).toEqual([{ state: 'closed', outcome: 'reached' }]);
  });
});

describe('a send whose run has left it', () => {
  test('while parked is abandoned', async () => {
    const visit = await world.visit('whatsapp.message', { text: 'Hello' });
    await visit.execute(noon);
    const { id } = await visit.send();
    const left = { node: 'step', visit: 1, entered: noon, settled: noon, outcome: 'converted', send: id };
    await writeJournal(world.store, { run: visit.runId, entries: [left] });
    expect(await visit.send()).toMatchObject({ state: 'abandoned', outcome: null });
  });

  test('in silence is settled, and a delivery that comes after is late', async () => {
    const visit = await world.offer();
    await visit.execute(noon);
    const { id } = await visit.send();
    const left = { node: 'step', visit: 1, entered: noon, settled: noon, outcome: 'silent', send: id };
    await writeJournal(world.store, { run: visit.runId, entries: [left] });
    expect(await visit.send()).toMatchObject({ state: 'settled', outcome: 'silent', late: false });
    expect(await visit.status('delivered', { at: noon + hour })).toEqual([]);
    expect(await visit.send()).toMatchObject({ outcome: 'silent', late: true, reached: 'delivered' });
  });
});

function shuffled<T>(items: readonly T[]): readonly T[] {
  return [...items].reverse();
}
