import { expect, test } from 'vitest';
import { mergeOverlays, placeOfRun, toRunOverlay } from '../../../src/canvas/live/run-overlay.ts';
import { check, springSale } from '../model/journeys.ts';
import { run, step, withheld } from './runs.ts';

const drawn = { journey: springSale, check: check(springSale) };
const here = { en: 'Minji is here', ko: '민지 님이 여기 있음' };

test('what the person came by is lit, where they are says so, and the rest dims', () => {
  const { steps, edges } = toRunOverlay(drawn, withheld(), here);
  expect(steps['offer']).toEqual({ meaning: 'fell' });
  expect(steps['text']).toEqual({ isHere: true, badge: here });
  expect(steps['think']).toEqual({ isDim: true });
  expect(edges['offer→text!']).toEqual({ isLit: true });
  expect(edges['offer→think']).toEqual({ isDim: true });
  // The way on, if all goes well.
  expect(edges['text→done']).toEqual({ isWaiting: true });
  expect(edges['@entry']).toEqual({ isLit: true });
});

test('a run that is over is nowhere, and its end is neither good nor bad', () => {
  const path = [
    step('offer', { outcome: 'undeliverable' }),
    step('mail', { outcome: 'accepted' }),
    step('done', { outcome: 'reached' }),
  ];
  const over = run({ state: 'closed', outcome: 'reached', path });
  const { steps, edges } = toRunOverlay(drawn, over, here);
  expect(placeOfRun(over)).toBeUndefined();
  expect(steps['done']).toEqual({});
  expect(steps['offer']).toEqual({ meaning: 'failed' });
  expect(edges['mail→done']).toEqual({ isLit: true });
  expect(Object.values(edges).some((edge) => edge.isWaiting)).toBe(false);
});

test('a run that an exit rule ended took no line from its last step', () => {
  const path = [step('offer', { outcome: 'delivered' }), step('think', { outcome: null })];
  const { steps, edges } = toRunOverlay(drawn, run({ state: 'closed', outcome: 'converted', path }), here);
  expect(steps['think']).toEqual({});
  expect(edges['offer→think']).toEqual({ isLit: true });
  expect(edges['think→done']).toEqual({ isDim: true });
});

test('without a word of the engine the person is in the step that has not ended', () => {
  const { waiting: _, ...silent } = withheld();
  expect(placeOfRun(silent)).toBe('text');
});

test('of two overlays the upper one goes before, and numbers stay', () => {
  const merged = mergeOverlays(
    { steps: { offer: { count: 3, badge: here } }, edges: { a: { count: 3 } } },
    { steps: { offer: { isDim: true }, text: { isHere: true } }, edges: { a: { isLit: true } } },
  );
  expect(merged).toEqual({
    steps: { offer: { count: 3, badge: here, isDim: true }, text: { isHere: true } },
    edges: { a: { count: 3, isLit: true } },
  });
});
