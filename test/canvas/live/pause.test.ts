import { expect, test } from 'vitest';
import { afterHearing, afterPause, type Told, type Watched } from '../../../src/canvas/live/pause.ts';
import type { CountsAnswer } from '../../../src/client/live-calls.ts';
import { at, run } from './runs.ts';

function counts(entered: number, version = 1): CountsAnswer {
  return { journey: 'spring-sale', version, newest: version, asOf: at(entered), entered, live: 0, nodes: {} };
}

const watched: Watched = { counts: counts(1), run: run({ id: 'run_1' }), isPaused: false, held: {} };
const paused: Watched = { ...watched, isPaused: true };

function hear(before: Watched, ...told: readonly Told[]): Watched {
  let after = before;
  for (const one of told) after = { ...after, ...afterHearing(after, one) };
  return after;
}

function goOn(before: Watched): Watched {
  return { ...before, ...afterPause(before) };
}

test('what is told is shown as it comes', () => {
  expect(hear(watched, { counts: counts(2) }).counts?.entered).toBe(2);
});

test('while it is paused nothing changes, and the newest of all that came is shown afterwards', () => {
  const closed = run({ id: 'run_1', outcome: 'reached' });
  const held = hear(paused, { counts: counts(2) }, { run: closed }, { counts: counts(3) });
  expect(held).toMatchObject({ counts: { entered: 1 }, run: { outcome: null } });
  expect(goOn(held)).toMatchObject({
    ...{ isPaused: false, held: {} },
    ...{ counts: { entered: 3 }, run: { outcome: 'reached' } },
  });
});

test('another run or version that is opened during a pause is shown, and stays when the pause is over', () => {
  const held = hear(paused, { counts: counts(2) }, { run: run({ id: 'run_1', outcome: 'reached' }) });
  const opened = hear(held, { run: run({ id: 'run_2' }) }, { counts: counts(7, 2) });
  expect(opened).toMatchObject({ run: { id: 'run_2' }, counts: { version: 2, entered: 7 } });
  expect(goOn(opened)).toMatchObject({ run: { id: 'run_2' }, counts: { version: 2, entered: 7 } });
});

test('what was looked at before, and again, ends the pause with the newest of it', () => {
  const away = hear(paused, { counts: counts(2) }, { counts: counts(7, 2) });
  expect(goOn(hear(away, { counts: counts(5) })).counts).toMatchObject({ version: 1, entered: 5 });
});

test('a pause in which nothing came ends with what was there', () => {
  expect(goOn(paused)).toEqual(watched);
});
