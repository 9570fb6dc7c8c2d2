import { expect, test } from 'vitest';
import { fromFailure, toFailure, WorkerError } from '../../../src/canvas/worker/failure.ts';
import { SimulationTooLongError } from '../../../src/simulator/simulation-bound.ts';

/** As it comes out of the worker: copied, without its class. */
const received = (thrown: unknown) => fromFailure(structuredClone(toFailure(thrown)));

test('a run that goes on and on is told as such on the page too', () => {
  const thrown = new SimulationTooLongError({ limit: 2_000, action: 3, loop: ['rest', 'text'] });
  const error = received(thrown);
  expect(error).toBeInstanceOf(SimulationTooLongError);
  expect(error).toMatchObject({ stop: thrown.stop });
});

test('anything else is a defect, with what was said of it', () => {
  for (const thrown of [new TypeError('No such field.'), 'No such field.']) {
    expect(received(thrown)).toMatchObject({ code: 'WORKER_FAILED', message: 'No such field.' });
  }
  expect(received(undefined)).toBeInstanceOf(WorkerError);
});
