import { expect, test } from 'vitest';
import { askable } from '../../../src/canvas/state/early.ts';

class AskedError extends Error {
  readonly code = 'TEST_ASKED';
}

function createQuestion() {
  const asked: string[] = [];
  const question = askable(async (about: string) => {
    asked.push(about);
    if (about === 'bad') throw new AskedError();
    return `${about} ${asked.length}`;
  });
  return { asked, question };
}

test('what was asked early is not asked again, and given once', async () => {
  const { asked, question } = createQuestion();
  question.askEarly('sale');
  expect(await question.ask('sale')).toBe('sale 1');
  expect(await question.ask('sale')).toBe('sale 2');
  expect(asked).toEqual(['sale', 'sale']);
});

test('an early answer about something else is nobody’s', async () => {
  const { question } = createQuestion();
  question.askEarly('sale');
  expect(await question.ask('other')).toBe('other 2');
  expect(await question.ask('sale')).toBe('sale 3');
});

test('where it failed early it is asked anew, and fails for whoever wants it', async () => {
  const { asked, question } = createQuestion();
  question.askEarly('bad');
  await Promise.resolve();
  await expect(question.ask('bad')).rejects.toThrow(AskedError);
  expect(asked).toEqual(['bad', 'bad']);
});
