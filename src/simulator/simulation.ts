// The contract of the simulator: an immutable state that steps forward. Whoever keeps an earlier state can step back to
// it or fork from it. Pure.

import type { Run } from '../machine/driver.ts';
import type { Facts } from './facts.ts';
import type { ScriptStep } from './script.ts';
import type { TracedStep, TraceEntry } from './trace.ts';

/** A run at rest on virtual time: everything that could be done at `now` is done. */
export interface Simulation {
  readonly now: number;
  readonly run: Run;
  /** The person, the messages, what is remembered: what the run is surrounded by. */
  readonly facts: Facts;
  readonly trace: readonly TraceEntry[];
  readonly steps: readonly TracedStep[];
  /** How many timers came due and things were done since its beginning. */
  readonly turns: number;
  /** The run's outcome once it is over. */
  readonly ended?: string;
  /** Where it rests; undefined when it is over. */
  readonly rest?: Rest;
}

export interface Rest {
  readonly node: string;
  readonly visit: number;
  /** `retry`: until a message that was proved not sent is tried again. */
  readonly waiting: 'evidence' | 'release' | 'gate' | 'proof' | 'retry' | 'time';
  /** The next moment at which it goes on by itself. */
  readonly due?: number;
  /** The node whose message evidence would move on. */
  readonly message?: string;
  /** Events that it hears here, those of exit rules included. */
  readonly events: readonly string[];
}

/** `at` of a step is left to the player of scripts: an action happens now. */
export type WorldAction = ScriptStep extends infer Step
  ? Step extends unknown
    ? Omit<Step, 'at'>
    : never
  : never;
