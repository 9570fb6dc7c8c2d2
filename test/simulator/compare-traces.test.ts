import { expect, test } from 'vitest';
import { compareSteps, toStepText } from '../../src/simulator/compare-traces.ts';
import type { TracedStep } from '../../src/simulator/trace.ts';

const offer: TracedStep = { node: 'offer', visit: 1, outcome: 'delivered', attempted: true };
const done: TracedStep = { node: 'done', visit: 1, outcome: 'reached' };

test('the same way is no difference', () => {
  expect(compareSteps([offer, done], [{ ...offer }, { ...done }])).toEqual([]);
});

test('each step that differs is told with what differs in it', () => {
  const refused: TracedStep = { ...offer, outcome: 'limit.user', code: '131049' };
  expect(compareSteps([offer, done], [refused, done])).toEqual([
    { index: 0, fields: ['outcome', 'code'], simulated: offer, rehearsed: refused },
  ]);
});

test('a step that only one of the two made is told too', () => {
  expect(compareSteps([offer], [offer, done])).toEqual([{ index: 1, fields: [], rehearsed: done }]);
  expect(compareSteps([offer, done], [offer])).toEqual([{ index: 1, fields: [], simulated: done }]);
});

test('a step is told in one line with its reasons', () => {
  const held: TracedStep = { ...offer, outcome: 'consent', attempted: false, policy: 'consent' };
  expect(toStepText(held)).toBe('offer#1→consent (not attempted, policy consent)');
  expect(toStepText(done)).toBe('done#1→reached');
});
