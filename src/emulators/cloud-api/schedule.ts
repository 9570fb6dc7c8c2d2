// What the platform does by itself when its time has come: templates that are un-paused, verdicts on held messages. In
// memory only. The emulator's clock decides; a timer only makes sure that somebody looks at it, so a test that moves
// the clock calls `catchUp`.

const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Appointment {
  readonly dueMs: number;
  readonly run: () => void;
}

export class Schedule {
  readonly #nowMs: () => number;
  #appointments: readonly Appointment[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param nowMs milliseconds since the epoch */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Runs it after so many milliseconds of the emulator's clock. */
  after(delayMs: number, run: () => void): void {
    this.#appointments = [...this.#appointments, { dueMs: this.#nowMs() + delayMs, run }];
    this.#arm();
  }

  /** Runs what is due, in order. */
  catchUp(): void {
    const nowMs = this.#nowMs();
    const due = this.#appointments.filter(({ dueMs }) => dueMs <= nowMs);
    if (due.length === 0) return;
    this.#appointments = this.#appointments.filter(({ dueMs }) => dueMs > nowMs);
    for (const { run } of due.toSorted((a, b) => a.dueMs - b.dueMs)) run();
    this.#arm();
  }

  clear(): void {
    this.#appointments = [];
    clearTimeout(this.#timer);
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (this.#appointments.length === 0) return;
    const next = Math.min(...this.#appointments.map(({ dueMs }) => dueMs));
    const delayMs = Math.min(Math.max(next - this.#nowMs(), 0), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.catchUp(), delayMs).unref();
  }
}
