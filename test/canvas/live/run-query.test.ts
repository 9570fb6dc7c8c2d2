import { expect, test } from 'vitest';
import { chosenOf, toRunQuery } from '../../../src/canvas/live/run-query.ts';
import { check, springSale } from '../model/journeys.ts';

const drawn = { journey: springSale, check: check(springSale) };
const filter = { state: 'all', outcome: undefined, person: undefined } as const;
const outcomes = { delivered: 3, 'limit.user': 2, experiment: 1, account: 4 };
const counts = { nodes: { offer: { entered: 10, inside: 0, outcomes } } };
const select = (...steps: string[]) => ({ steps: new Set(steps) });

test('a selected step means who came to it, and of those under way who is in it', () => {
  expect(chosenOf(drawn, { selection: select('think'), filter, counts })).toEqual({
    node: 'think',
    left: undefined,
  });
  const running = { ...filter, state: 'running' } as const;
  expect(chosenOf(drawn, { selection: select('think'), filter: running, counts })?.left).toBeNull();
});

test('a selected line means who left its step by one of its outcomes', () => {
  const selection = { steps: new Set<string>(), edge: 'offer→text!' };
  const chosen = chosenOf(drawn, { selection, filter, counts });
  expect(chosen).toEqual({ node: 'offer', left: ['limit.user', 'experiment'], target: 'text' });
  expect(toRunQuery('spring-sale', { version: 2, filter, chosen })).toEqual({
    ...{ journey: 'spring-sale', version: 2, person: undefined, state: undefined, outcome: undefined },
    ...{ node: 'offer', left: ['limit.user', 'experiment'] },
  });
});

test('nobody took a line that has no outcomes yet: nothing needs to be asked', () => {
  const selection = { steps: new Set<string>(), edge: 'text→done' };
  const chosen = chosenOf(drawn, { selection, filter, counts });
  expect(toRunQuery('spring-sale', { version: 2, filter, chosen })).toBeUndefined();
});

test('several steps, the entry, or a step that is gone filter nothing', () => {
  for (const selection of [select(), select('offer', 'text'), select('@entry'), select('gone')]) {
    expect(chosenOf(drawn, { selection, filter, counts })).toBeUndefined();
  }
});
