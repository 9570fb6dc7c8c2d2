// A small real implementation of the dispatcher's port: runs live in memory, take signals as Temporal does
// (repeated request ids are dropped), and can be away.

import type { RunSignals, SignalBatch, SignalResult } from '../../src/inbox/run-signal.ts';
import { RunNotRunningError, RunsUnavailableError } from '../../src/runs/temporal-errors.ts';
import type { RunView } from '../../workflows/messages.ts';

export interface HeardSignal {
  readonly runId: string;
  readonly signal: string;
  readonly bodies: readonly unknown[];
}

/** Temporal is away. */
class AwayError extends Error {
  override readonly name = 'AwayError';
}

export class MemoryRuns implements RunSignals {
  /** Signals in the order they were taken. */
  readonly heard: HeardSignal[] = [];
  readonly started: string[] = [];
  readonly #running = new Set<string>();
  readonly #requestIds = new Set<string>();
  isAway = false;
  /** Answers instead of the usual, once each. */
  readonly answers: SignalResult[] = [];

  async start(runId: string): Promise<void> {
    if (this.isAway) throw new AwayError();
    this.started.push(runId);
    this.#running.add(runId);
  }

  async signal({ runId, signal, bodies, requestId }: SignalBatch): Promise<SignalResult> {
    if (this.isAway) throw new AwayError();
    const answer = this.answers.shift();
    if (answer !== undefined) return answer;
    if (!this.#running.has(runId)) return 'not-found';
    if (this.#requestIds.has(requestId)) return 'delivered';
    this.#requestIds.add(requestId);
    this.heard.push({ runId, signal, bodies });
    return 'delivered';
  }

  /** A started run rests at its first node for ever. */
  async state(runId: string): Promise<RunView> {
    if (this.isAway) throw new RunsUnavailableError(new AwayError());
    if (!this.#running.has(runId)) throw new RunNotRunningError();
    return {
      node: 'first',
      visit: 1,
      state: 'waiting',
      due: Date.UTC(2030, 0, 1),
      now: Date.UTC(2029, 0, 1),
    };
  }

  /** All bodies a run heard, in order. */
  bodiesOf(runId: string): readonly unknown[] {
    return this.heard.filter((heard) => heard.runId === runId).flatMap(({ bodies }) => bodies);
  }
}
