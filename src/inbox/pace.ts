// How often something that may fail is tried: at once while it works, backing off while it doesn't. Keeps a loop
// alive through restarts of PostgreSQL and Temporal without hammering them.

import { setTimeout as delay } from 'node:timers/promises';

/** A sleep that can be cut short. */
export class Pace {
  #failures = 0;
  #isWoken = false;
  #cut: AbortController | undefined;

  /** Something may be due: the present sleep, or the next, ends at once. */
  wake(): void {
    this.#isWoken = true;
    this.#cut?.abort();
  }

  /** It works: the next failure is the first again. */
  succeed(): void {
    this.#failures = 0;
  }

  /** Sleeps until woken, at most `idleMs`. */
  async idle(idleMs: number): Promise<void> {
    this.succeed();
    if (!this.#isWoken) await this.#sleep(idleMs);
    this.#isWoken = false;
  }

  /** Sleeps after a failure: 100 ms doubling to 5 s. Being woken by new work does not shorten it. */
  async backOff(signal: AbortSignal): Promise<void> {
    const delayMs = Math.min(100 * 2 ** this.#failures, 5_000);
    this.#failures += 1;
    await delay(delayMs, undefined, { signal }).catch(() => {});
  }

  async #sleep(delayMs: number): Promise<void> {
    const cut = new AbortController();
    this.#cut = cut;
    await delay(delayMs, undefined, { signal: cut.signal }).catch(() => {});
    this.#cut = undefined;
  }
}
