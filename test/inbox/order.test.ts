import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toEventItem } from '../../src/inbox/event-item.ts';
import { createGroupCommit } from '../../src/inbox/group-commit.ts';
import { createInboxWorld, type InboxWorld } from '../support/inbox-world.ts';
import { patient } from './journeys.ts';

let world: InboxWorld;

beforeAll(async () => {
  world = await createInboxWorld();
  await world.publish(patient);
});

afterAll(() => world.close());

test('any order, repetition and grouping of items is stored and heard once each', {
  timeout: 60_000,
}, async () => {
  const people = await Promise.all(['a', 'b', 'c'].map((name) => world.person(name)));
  const runs = await Promise.all(people.map((person) => world.running('patient', person)));
  let round = 0;
  const requests = fc.array(fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 8 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(requests, async (batches) => {
      round += 1;
      world.runs.heard.length = 0;
      const items = Array.from({ length: 12 }, (_, index) =>
        toEventItem({
          personId: people[index % 3] ?? '',
          name: 'bell.rang',
          dedupeId: `${round}-${index}`,
          at: new Date(0),
          data: {},
        }),
      );
      const group = createGroupCommit({ store: world.store, windowMs: 0, maxItems: 10 });
      const pick = (index: number) => items[index]?.item ?? [];
      await Promise.all(batches.map((batch) => group.add(batch.flatMap(pick))));
      await world.drain();

      const expected = new Set(batches.flat().map((index) => items[index]?.id));
      const heard = runs
        .flatMap((run) => world.runs.bodiesOf(run))
        .map((body) => (body as { id: string }).id);
      expect([...heard].sort()).toEqual([...expected].sort());
      expect((await world.states()).every((state) => state === 'done')).toBe(true);
    }),
    { numRuns: 20 },
  );
});
