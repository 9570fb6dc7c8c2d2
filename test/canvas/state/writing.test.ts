import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setStep } from '../../../src/canvas/model/commands/set.ts';
import type { Journey } from '../../../src/canvas/model/journey.ts';
import { useEditor } from '../../../src/canvas/state/editor.ts';
import { finishWriting, writeSoon } from '../../../src/canvas/state/writing.ts';

const journey = {
  id: 'sale',
  name: 'Sale',
  entry: { on: { api: true } },
  start: 'end',
  nodes: { end: { type: 'exit', with: { as: 'done' } } },
} as const satisfies Journey;

beforeEach(() => {
  vi.useFakeTimers();
  useEditor.getState().open(journey);
});
afterEach(() => {
  finishWriting();
  vi.useRealTimers();
});

test('what is written comes into the journey with the first pause, once', () => {
  const written: string[] = [];
  for (const text of ['T', 'Th', 'The']) {
    writeSoon('name', () => written.push(text));
    vi.advanceTimersByTime(100);
  }
  expect(written).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(written).toEqual(['The']);
  vi.advanceTimersByTime(1_000);
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

test.each(['apply', 'undo', 'redo'] as const)('%s comes after what was being written', (way) => {
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
  vi.advanceTimersByTime(1_000);
  expect(names).toHaveLength(1);
});

function nameNow() {
  return useEditor.getState().history?.present.nodes['end']?.name;
}
