// Asks the web worker: `await ask('check', { journey })`. One worker for the page; it starts with the first question.

import { fromFailure, WorkerError } from './failure.ts';
import type { Answered, Question, Questions } from './protocol.ts';

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let last = 0;

/** @throws SimulationTooLongError; WorkerError where the worker failed on it */
export function ask<Name extends Question>(
  name: Name,
  question: Questions[Name]['ask'],
): Promise<Questions[Name]['answer']> {
  wake();
  last += 1;
  const id = last;
  const answer = new Promise<Questions[Name]['answer']>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
  });
  worker?.postMessage({ id, name, ask: question });
  return answer;
}

/** Starts it before there is anything to ask: that takes longer than most answers. */
export function wake(): void {
  worker ??= start();
}

function start(): Worker {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  started.onmessage = ({ data }: MessageEvent<Answered>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('answer' in data) asked?.resolve(data.answer as never);
    else asked?.reject(fromFailure(data));
  };
  started.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new WorkerError(message));
    waiting.clear();
    worker = undefined;
  };
  return started;
}
