// How much of a run is played for somebody who waits for the answer: journeys may go around for years, and whoever plays
// them, a server or a page, has other things to do. Pure.

import type { TracedStep } from './trace.ts';

/** Timers and things done; some two seconds of a core at worst. */
export const maxTurns = 2_000;

/** Of a run that is played to its end for somebody who waits for nothing else; some seven seconds of a core at worst. */
export const maxTurnsToEnd = 5_000;

/** What a play was stopped by. */
export interface SimulationStop {
  /** Timers and things done that were played. */
  readonly limit: number;
  /** Index of the action that was being played; null at the entry. */
  readonly action: number | null;
  /** The nodes that the run went around by at last, the first one first; empty where it came to none twice. */
  readonly loop: readonly string[];
}

/** The run does more than is played at once. */
export class SimulationTooLongError extends Error {
  override readonly name = 'SimulationTooLongError';
  readonly code = 'SIMULATION_TOO_LONG';
  readonly stop: SimulationStop;

  constructor(stop: SimulationStop) {
    super(`The run does more than ${stop.limit} things.`);
    this.stop = stop;
  }
}

/** The last round of a way, from the node that it came to first; empty where it came to none twice. */
export function findLoop(steps: readonly Pick<TracedStep, 'node'>[]): readonly string[] {
  const last = steps.at(-1)?.node;
  const before = steps.slice(0, -1).findLastIndex(({ node }) => node === last);
  if (before === -1) return [];
  const round = [...new Set(steps.slice(before, -1).map(({ node }) => node))];
  const first = round.indexOf(steps.find(({ node }) => round.includes(node))?.node ?? '');
  return [...round.slice(first), ...round.slice(0, first)];
}
