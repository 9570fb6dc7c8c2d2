import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setStep } from '../../../src/canvas/model/commands/set.ts';
import type { Journey } from '../../../src/canvas/model/journey.ts';
import { useEditor } from '../../../src/canvas/state/editor.ts';
import { finishWriting, pauseMs, writeSoon } from '../../../src/canvas/state/writing.ts';

const journey = {
  id: 'sale',
  name: 'Sale',
  entry: { on: { api: true } },
  start: 'end',
  nodes: { end: { type: 'exit', with: { as: 'done' } } },
} as const satisfies Journey;

beforeEach(() => useEditor.getState().open(journey));
afterEach(finishWriting);

test('what is written comes into the journey with the first pause, once', async () => {
  const written: string[] = [];
  for (const text of ['T', 'Th', 'The']) writeSoon('name', () => written.push(text));
  await pause(10);
  expect(written).toEqual([]);
  await expect.poll(() => written).toEqual(['The']);
  await pause(pauseMs * 2);
  expect(written).toEqual(['The']);
});

test('another field waits for nothing: what stands in the first one is written before', () => {
  const written: string[] = [];
  writeSoon('name', () => written.push('name'));
  writeSoon('note', () => written.push('note'));
  expect(written).toEqual(['name']);
  finishWriting();
  expect(written).toEqual(['name', 'note']);
});

test.each(['apply', 'undo', 'redo'] as const)('%s comes after what was being written', async (way) => {
  const { apply, undo } = useEditor.getState();
  apply(setStep('end', { note: 'first' }));
  if (way === 'redo') undo();
  const names: unknown[] = [];
  writeSoon('name', () => {
    names.push(nameNow());
    apply(setStep('end', { name: 'The end' }));
  });
  if (way === 'apply') apply(setStep('end', { note: 'second' }));
  else useEditor.getState()[way]();
  expect(names).toEqual([undefined]);
  // What is undone is the name: it was written last. Nothing is left to be redone after it.
  expect(nameNow()).toBe(way === 'undo' ? undefined : 'The end');
  await pause(pauseMs * 2);
  expect(names).toHaveLength(1);
});

function nameNow() {
  return useEditor.getState().history?.present.nodes['end']?.name;
}
