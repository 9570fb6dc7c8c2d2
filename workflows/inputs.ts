// What comes to a run, in one ordered queue: it is fed to the driver one by one. An event that a node takes
// conditionally is asked about first, and what came after it waits so long; only an exit overtakes. Deterministic.

import { condition } from '@temporalio/workflow';
import type { AnyStateMachine } from 'xstate';
import { advance, type DriverInput, findAsked, type Run } from '../src/machine/driver.ts';
import type { DriverEvent } from '../src/machine/vocabulary.ts';

type BusinessEvent = Extract<DriverEvent, { readonly type: `event.${string}` }>;

/** What does the event at the head of the queue mean to the node in hand? */
export interface Question {
  readonly node: string;
  readonly visit: number;
  readonly event: BusinessEvent;
}

export class Inputs {
  #queue: DriverInput[];
  #isAsking = false;
  #onArrival: (() => void) | undefined;

  /** @param carried what an earlier link of the run had not fed yet */
  constructor(carried: readonly DriverInput[] = []) {
    this.#queue = [...carried];
  }

  push(input: DriverInput): void {
    this.#queue.push(input);
    this.#onArrival?.();
    this.#onArrival = undefined;
  }

  /**
   * Resolves when something is there. A bare promise, not `condition`: the SDK records a stack for every promise that
   * workflow code makes, which is most of what a start costs (`npm run bench -- start`).
   */
  arrival(): Promise<void> {
    return new Promise((resolve) => {
      if (this.isEmpty) this.#onArrival = resolve;
      else resolve();
    });
  }

  get isEmpty(): boolean {
    return this.#queue.length === 0;
  }

  /** True while an answer is on its way. */
  get isAsking(): boolean {
    return this.#isAsking;
  }

  /** Feeds all up to the next question. */
  drain(machine: AnyStateMachine, before: Run): Run {
    let run = before;
    while (!this.isEmpty && this.findQuestion(run) === undefined) {
      run = advance(machine, run, this.#queue.shift() as DriverInput);
    }
    return run;
  }

  findQuestion(run: Run): Question | undefined {
    const event = this.#queue[0];
    if (event === undefined || !isBusinessEvent(event) || event.outcome !== undefined) return undefined;
    const asked = findAsked(run, event.type);
    return asked === undefined ? undefined : { ...asked, event };
  }

  /**
   * Has the question answered: the event goes on with its meaning, or is dropped where it has none. Whoever leaves the
   * journey meanwhile doesn't wait for it.
   */
  async answer(question: Question, ask: (question: Question) => Promise<string | undefined>): Promise<void> {
    if (this.#letExitOvertake()) return;
    let answer: { readonly outcome: string | undefined } | undefined;
    this.#isAsking = true;
    void ask(question).then((outcome) => {
      answer = { outcome };
    });
    await condition(() => answer !== undefined || this.#queue.some(isExit));
    this.#isAsking = false;
    if (answer === undefined) this.#letExitOvertake();
    else this.#queue.splice(0, 1, ...toAnswered(question.event, answer.outcome));
  }

  /**
   * What a new link of the run takes along, undefined where results of activities are among it. Timers fire anew there.
   */
  get carried(): readonly DriverEvent[] | undefined {
    const events: DriverEvent[] = [];
    for (const input of this.#queue) {
      if (input.type === 'answer' || input.type === 'failure') return undefined;
      if (input.type !== 'timer') events.push(input as DriverEvent);
    }
    return events;
  }

  #letExitOvertake(): boolean {
    const exit = this.#queue.find(isExit);
    if (exit !== undefined) this.#queue = [exit];
    return exit !== undefined;
  }
}

function toAnswered(event: BusinessEvent, outcome: string | undefined): readonly BusinessEvent[] {
  return outcome === undefined ? [] : [{ ...event, outcome }];
}

function isBusinessEvent(input: DriverInput): input is BusinessEvent {
  return input.type.startsWith('event.');
}

function isExit(input: DriverInput): boolean {
  return input.type === 'exit';
}
