import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learnOfTemplate, type TemplateTold, untold } from '../../src/whatsapp/template-state.ts';

const second = 1_000;
const paused: TemplateTold = { at: 10 * second, status: { word: 'PAUSED', reason: 'FIRST_PAUSE' } };
const learn = (...told: readonly TemplateTold[]) => told.reduce(learnOfTemplate, untold);

describe('what is told of a template', () => {
  test('stands where it is newer, with its reason', () => {
    const back: TemplateTold = { at: 11 * second, status: { word: 'APPROVED' } };
    expect(learn(paused, back)).toMatchObject({ status: 'APPROVED', statusReason: undefined });
    expect(learn(back, paused)).toMatchObject({ status: 'APPROVED', statusReason: undefined });
  });

  test('of one second stands as it comes, since webhooks have no finer time', () => {
    const refused: TemplateTold = { at: 10 * second + 700, status: { word: 'APPROVED' } };
    expect(learn(refused, paused)).toMatchObject({ status: 'PAUSED' });
  });

  test('changes nothing of what it does not name', () => {
    const parts = { components: [{ type: 'BODY', text: 'Hi' }], whole: true };
    const all: TemplateTold = { at: 1, status: { word: 'APPROVED' }, quality: 'GREEN', parts, id: '42' };
    const state = learn(all, { at: 20 * second, category: { now: 'utility' } });
    expect(state).toMatchObject({ id: '42', status: 'APPROVED', quality: 'GREEN', category: 'utility' });
    expect(state.components).toEqual(parts.components);
  });

  test('of some parts leaves the others', () => {
    const whole = {
      components: [
        { type: 'HEADER', text: 'A' },
        { type: 'BODY', text: 'B' },
      ],
      whole: true,
    };
    const edit = { components: [{ type: 'BODY', text: 'C' }], whole: false };
    expect(learn({ at: 1, parts: whole }, { at: 2 * second, parts: edit }).components).toEqual([
      { type: 'HEADER', text: 'A' },
      { type: 'BODY', text: 'C' },
    ]);
  });

  test('keeps the category before, and what is announced until it has come', () => {
    const before = learn(
      { at: 1, category: { now: 'utility' } },
      { at: 2 * second, category: { now: 'utility', announced: 'marketing' } },
    );
    expect(before).toMatchObject({ category: 'utility', correctCategory: 'marketing' });
    expect(learnOfTemplate(before, { at: 3 * second, category: { now: 'marketing' } })).toMatchObject({
      category: 'marketing',
      previousCategory: 'utility',
      correctCategory: undefined,
    });
  });

  test('comes to the same in any order, any number of times', () => {
    const told = fc
      .array(
        fc.record({
          at: fc.nat(1_000_000).map((at) => at * second),
          status: fc.constantFrom('APPROVED', 'PAUSED', 'DISABLED').map((word) => ({ word })),
          quality: fc.constantFrom('GREEN', 'RED'),
          category: fc
            .constantFrom('marketing' as const, 'utility' as const)
            .map((now) => ({ now, previous: 'utility' as const })),
        }),
        { maxLength: 12 },
      )
      .map((all) => all.filter((one, index) => all.findIndex(({ at }) => at === one.at) === index));
    const shuffled = told.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        expect(learn(...mixed)).toEqual(learn(...all.toSorted((a, b) => a.at - b.at)));
      }),
    );
  });
});
