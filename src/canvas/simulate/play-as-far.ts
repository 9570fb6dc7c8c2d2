// A run that goes on and on is stopped: its branch is played as far as it can be, so that nobody loses the way that was
// gone so far. Pure.

import { ProblemError } from '../../client/client-errors.ts';
import type { SimulationAnswer } from '../../simulator/simulation-answer.ts';
import { type SimulationStop, SimulationTooLongError } from '../../simulator/simulation-bound.ts';
import type { Branch } from './session.ts';

/** A branch with what came of it. */
export interface Played {
  readonly branch: Branch;
  readonly answer: SimulationAnswer;
}

/** What there is to show of a branch. */
export interface Reached {
  /** Without the action that went too far; undefined where the entry itself does. */
  readonly played: Played | undefined;
  readonly stop: SimulationStop | undefined;
}

/** @throws what `play` throws, but for SimulationTooLongError */
export async function playAsFar(
  branch: Branch,
  play: (branch: Branch) => Promise<SimulationAnswer>,
): Promise<Reached> {
  try {
    return { played: { branch, answer: await play(branch) }, stop: undefined };
  } catch (error) {
    if (!(error instanceof SimulationTooLongError)) throw error;
    const { stop } = error;
    if (stop.action === null) return { played: undefined, stop };
    const before = { ...branch, actions: branch.actions.slice(0, stop.action) };
    return { played: { branch: before, answer: await play(before) }, stop };
  }
}

/** The server's word for a run that is stopped, as the simulator's own error; any other error as it is. */
export function toStopped(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.code !== 'SIMULATION_TOO_LONG') return error;
  const { limit, action, loop } = error.problem;
  if (typeof limit !== 'number' || !Array.isArray(loop)) return error;
  return new SimulationTooLongError({
    limit,
    action: typeof action === 'number' ? action : null,
    loop: loop.map(String),
  });
}
