// The journal's entries on their way to PostgreSQL: they ride along with the next activity, or go by one local
// activity when the run falls asleep or closes. Nothing is dropped before it is confirmed. Deterministic.

import type { JournalEntry } from '../src/machine/machine.ts';
import type { EpochMs } from '../src/machine/vocabulary.ts';
import { callLocallyFirst } from './activity-calls.ts';
import type { JournalInput, RunCarry } from './messages.ts';

const pathLength = 50;

/** Entries on loan to an activity. */
export interface Riding {
  readonly entries: readonly JournalEntry[];
  giveBack(): void;
}

export class Journal {
  readonly #run: string;
  #waiting: JournalEntry[] = [];
  #path: JournalEntry[];
  #writing: Promise<void> | undefined;

  /** @param carried what an earlier link of the run had not written yet, and the path so far */
  constructor(run: string, carried: Pick<RunCarry, 'path' | 'waiting'> = { path: [], waiting: [] }) {
    this.#run = run;
    this.#path = [...carried.path];
    this.#waiting = [...carried.waiting];
  }

  add(entries: readonly JournalEntry[]): void {
    this.#waiting.push(...entries);
    this.#path = [...this.#path, ...entries].slice(-pathLength);
  }

  /** The last steps, newest last. */
  get path(): readonly JournalEntry[] {
    return this.#path;
  }

  /** Steps that no activity has taken along yet. */
  get waiting(): readonly JournalEntry[] {
    return this.#waiting;
  }

  take(): Riding {
    const entries = this.#waiting;
    this.#waiting = [];
    return {
      entries,
      giveBack: () => {
        this.#waiting = [...entries, ...this.#waiting];
      },
    };
  }

  /** Writes what waits, and the node in hand, in the background: a database outage must not stop the run. */
  rest(...present: readonly JournalEntry[]): void {
    const entries = [...this.take().entries, ...present];
    const write = () => this.#write({ run: this.#run, entries });
    this.#writing = this.#writing === undefined ? write() : this.#writing.then(write);
  }

  /** Writes the rest and the run's end; resolves when it is stored. */
  async close(outcome: string, at: EpochMs): Promise<void> {
    await this.#writing;
    await this.#write({ run: this.#run, entries: this.take().entries, closed: { outcome, at } });
  }

  /** Resolves when nothing is being written. */
  async written(): Promise<void> {
    await this.#writing;
  }

  async #write(input: JournalInput): Promise<void> {
    await callLocallyFirst<JournalInput, void>({ op: 'journal', input });
  }
}
