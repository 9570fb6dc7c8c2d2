import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeJourneys, settleMerge } from '../../../src/canvas/drafts/merge-journeys.ts';
import type { Journey } from '../../../src/canvas/model/journey.ts';

const base: Journey = {
  id: 'sale',
  name: 'Sale',
  entry: { on: { api: true } },
  start: 'offer',
  nodes: {
    offer: { type: 'sms.send', with: { text: 'hello' }, next: { accepted: 'done', '*': 'mail' } },
    mail: { type: 'email.send', with: { subject: 'hello' }, next: 'done' },
    done: { type: 'exit', with: { as: 'reached' } },
  },
  canvas: { offer: { x: 0, y: 0 } },
};
const withStep = (journey: Journey, id: string, step: Journey['nodes'][string]): Journey => ({
  ...journey,
  nodes: { ...journey.nodes, [id]: step },
});
const without = (journey: Journey, gone: string): Journey => ({
  ...journey,
  nodes: Object.fromEntries(Object.entries(journey.nodes).filter(([id]) => id !== gone)),
});
const mine = withStep(base, 'offer', { ...base.nodes['offer'], type: 'sms.send', with: { text: 'mine' } });
const theirs = withStep(base, 'mail', {
  ...base.nodes['mail'],
  type: 'email.send',
  with: { subject: 'theirs' },
});

test('what only one of two authors has touched is taken', () => {
  const { merged, clashes } = mergeJourneys(base, mine, theirs);
  expect(clashes).toEqual([]);
  expect(merged.nodes['offer']?.with).toEqual({ text: 'mine' });
  expect(merged.nodes['mail']?.with).toEqual({ subject: 'theirs' });
});

test('a step that both have touched is asked about, and each answer stands', () => {
  const other = withStep(base, 'offer', { type: 'sms.send', with: { text: 'theirs' }, next: 'done' });
  const merge = mergeJourneys(base, mine, other);
  expect(merge.clashes.map(({ path }) => path)).toEqual([['nodes', 'offer']]);
  expect(settleMerge(merge, ['mine'])).toEqual(mine);
  expect(settleMerge(merge, ['theirs'])).toEqual(other);
});

test('a step that one has changed and the other removed is asked about', () => {
  const merge = mergeJourneys(base, without(base, 'mail'), theirs);
  expect(merge.clashes).toEqual([{ path: ['nodes', 'mail'], mine: undefined, theirs: theirs.nodes['mail'] }]);
});

test('a step that one has removed and the other leads to anew is asked about', () => {
  const led = withStep(base, 'extra', { type: 'delay', with: { for: '1h' }, next: 'mail' });
  const removed = withStep(without(base, 'mail'), 'offer', {
    type: 'sms.send',
    with: { text: 'hello' },
    next: 'done',
  });
  const merge = mergeJourneys(base, led, removed);
  expect(merge.clashes).toEqual([
    { path: ['nodes', 'mail'], mine: base.nodes['mail'], theirs: undefined, isNeeded: true },
  ]);
  expect(settleMerge(merge, ['mine']).nodes['mail']).toEqual(base.nodes['mail']);
});

test('where a step stands is no question, a note is one', () => {
  const moved = { ...base, canvas: { offer: { x: 1, y: 0 }, $notes: ['mine'] } };
  const also = { ...base, canvas: { offer: { x: 2, y: 0 }, $notes: ['theirs'] } };
  const merge = mergeJourneys(base, moved, also);
  expect(merge.merged.canvas?.['offer']).toEqual({ x: 1, y: 0 });
  expect(merge.clashes.map(({ path }) => path)).toEqual([['canvas', '$notes']]);
});

const someJourney = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'toString'), fc.constantFrom('1h', '2h'), { minKeys: 1 })
  .chain((nodes) =>
    fc.constantFrom(...Object.keys(nodes)).map(
      (start): Journey => ({
        id: 'sale',
        name: 'Sale',
        entry: { on: { api: true } },
        start,
        nodes: Object.fromEntries(
          Object.entries(nodes).map(([id, time]) => [id, { type: 'delay', with: { for: time } }]),
        ),
      }),
    ),
  );

test('who has changed nothing gets what the other has made; both alike is no clash; sides can be swapped', () => {
  fc.assert(
    fc.property(someJourney, someJourney, someJourney, (one, two, three) => {
      expect(mergeJourneys(one, one, two)).toEqual({ merged: two, clashes: [] });
      expect(mergeJourneys(one, two, one)).toEqual({ merged: two, clashes: [] });
      expect(mergeJourneys(one, two, two)).toEqual({ merged: two, clashes: [] });
      const there = mergeJourneys(one, two, three);
      const back = mergeJourneys(one, three, two);
      expect(
        settleMerge(
          back,
          there.clashes.map(() => 'theirs'),
        ),
      ).toEqual(
        settleMerge(
          there,
          there.clashes.map(() => 'mine'),
        ),
      );
    }),
  );
});
