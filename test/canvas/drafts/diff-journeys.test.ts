import { expect, test } from 'vitest';
import { catalogue } from '../../../activities/nodes/index.ts';
import { diffJourneys } from '../../../src/canvas/drafts/diff-journeys.ts';
import { timeWords } from '../../../src/canvas/drafts/time-words.ts';
import type { Journey } from '../../../src/canvas/model/journey.ts';

const before: Journey = {
  id: 'sale',
  name: 'Sale',
  entry: { on: { api: true } },
  start: 'wait',
  nodes: {
    wait: { type: 'delay', with: { for: '1h' }, next: 'done' },
    done: { type: 'exit', with: { as: 'reached' } },
  },
};
const context = { catalogue, surroundings: {} };

test('each change names the step that it is about, and names and notes stand apart', () => {
  const after: Journey = {
    ...before,
    name: 'Spring sale',
    nodes: {
      wait: { type: 'delay', with: { for: '2h' }, next: 'done', note: 'longer' },
      done: { type: 'exit', with: { as: 'reached' } },
      lost: { type: 'exit', with: { as: 'lost' } },
    },
  };
  const { changes, remarks, impact } = diffJourneys({ before, after }, context);
  expect(changes.map(({ sign, step }) => [sign, step])).toEqual([
    ['~', undefined],
    ['+', 'lost'],
    ['~', 'wait'],
  ]);
  expect(changes[2]?.text).toEqual({ en: 'node wait, for: "1h" → "2h"', ko: 'wait 노드의 for: "1h" → "2h"' });
  expect(remarks.map(({ step }) => step)).toEqual(['wait']);
  expect(impact[0]?.ko).toContain('진행 중인 사람은');
});

test('a step that was moved on the canvas is no change', () => {
  const after = { ...before, canvas: { wait: { x: 40, y: 40 } } };
  expect(diffJourneys({ before, after }, context)).toMatchObject({ changes: [], remarks: [] });
});

test('what was saved today is told by the time, else with the day', () => {
  const noon = new Date(2026, 2, 2, 12, 3).toISOString();
  const evening = new Date(2026, 2, 2, 20, 0).getTime();
  expect(timeWords(noon, 'en', evening)).toBe('12:03');
  expect(timeWords(noon, 'ko', evening)).toBe('12:03');
  expect(timeWords(noon, 'en', new Date(2026, 2, 3).getTime())).toContain('2 Mar');
  expect(timeWords(noon, 'ko', new Date(2027, 2, 3).getTime())).toContain('2026');
});
