import { describe, expect, it } from 'vitest';
import { missingKeys } from '../../../src/canvas/flow/missing-keys.ts';
import { outcomeRows } from '../../../src/canvas/flow/outcome-rows.ts';
import { viewOf } from '../../../src/canvas/model/step-view.ts';
import { check, fromGallery, journeyOf } from '../model/journeys.ts';

const offer = fromGallery('spring-sale').nodes['offer'];
const delay = { type: 'delay', with: { for: '1h' } };

function outlineOf(step: typeof offer) {
  if (step === undefined) throw new TypeError('There is no such step.');
  return {
    step,
    outline: check(journeyOf({ step, end: { type: 'exit', with: { as: 'reached' } } })).nodes['step'],
  };
}

describe('the outcomes that lead nowhere yet', () => {
  it('begin with what the author hopes for', () => {
    const { step, outline } = outlineOf(offer);
    const { next: _next, ...open } = step;
    expect(missingKeys(open, outline)?.slice(0, 2)).toEqual(['delivered', '*']);
  });

  it('are none where every outcome has an edge', () => {
    const { step, outline } = outlineOf(offer);
    expect(missingKeys(step, outline)).toEqual([]);
  });

  it('name what * does not catch', () => {
    const { step, outline } = outlineOf(offer);
    expect(missingKeys({ ...step, next: { delivered: 'end', '*': 'end' } }, outline)).toContain('unresolved');
  });

  it('call a single failure by its name', () => {
    const { step, outline } = outlineOf({ type: 'wait.event', with: { event: 'order.paid', within: 'P1D' } });
    expect(missingKeys(step, outline)).toEqual(['received', 'timeout']);
    expect(missingKeys({ ...step, next: { received: 'end' } }, outline)).toEqual(['timeout']);
  });

  it('are all of them where a step has but one', () => {
    const { step, outline } = outlineOf(delay);
    expect(missingKeys(step, outline)).toEqual(['']);
  });

  it('are none at an exit', () => {
    const { step, outline } = outlineOf({ type: 'exit', with: { as: 'reached' } });
    expect(missingKeys(step, outline)).toEqual([]);
  });

  it('are unknown before the checker has seen the step', () => {
    expect(missingKeys(delay, undefined)).toBeUndefined();
  });
});

describe('the outcomes of a step in the list', () => {
  it('tell where each leads', () => {
    const { step, outline } = outlineOf(offer);
    const rows = outcomeRows(viewOf('offer', step, outline));
    expect(rows.map(({ key, target }) => `${key} ${target}`)).toContain('experiment text');
    expect(rows[0]).toMatchObject({ key: 'delivered', meaning: 'reached', target: 'think' });
  });

  it('are one line where all lead to the same step', () => {
    const { step, outline } = outlineOf({ ...delay, next: 'end' });
    expect(outcomeRows(viewOf('step', step, outline))).toMatchObject([{ key: '', target: 'end' }]);
  });
});
