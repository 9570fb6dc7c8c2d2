// Plays timelines in real time: calls back for each status when it is due, and knows whether any is left.

import type { TimelineStep } from './timeline.ts';

export class Playback {
  readonly #timers = new Set<NodeJS.Timeout>();

  play(steps: readonly TimelineStep[], onDue: (step: TimelineStep) => void): void {
    for (const step of steps) {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        onDue(step);
      }, step.afterMs);
      this.#timers.add(timer);
    }
  }

  pending(): number {
    return this.#timers.size;
  }

  clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
