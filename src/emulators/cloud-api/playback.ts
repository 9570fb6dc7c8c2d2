// Plays timelines in real time: calls back for each status when it is due, and knows whether any is left. The steps of
// one timeline come in their order, also where the machine is too busy to be in time.

import type { TimelineStep } from './timeline.ts';

export class Playback {
  readonly #timers = new Set<NodeJS.Timeout>();

  play(steps: readonly TimelineStep[], onDue: (step: TimelineStep) => void): void {
    const startedAt = performance.now();
    const ordered = steps.toSorted((a, b) => a.afterMs - b.afterMs);
    const playFrom = (index: number): void => {
      const step = ordered[index];
      if (step === undefined) return;
      const delayMs = Math.max(0, step.afterMs - (performance.now() - startedAt));
      const timer = setTimeout(() => {
        playFrom(index + 1);
        this.#timers.delete(timer);
        onDue(step);
      }, delayMs);
      this.#timers.add(timer);
    };
    playFrom(0);
  }

  /** Timelines of which something is left. */
  pending(): number {
    return this.#timers.size;
  }

  clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
