// What comes of a list of actions, as the API and the canvas's worker show it after each click. All actions are played
// anew from the start, so that stepping back is leaving the last one out. What one click may play has a bound. Pure.

import { playActions, type SimulationRequest } from './play-actions.ts';
import type { SimulationAnswer } from './simulation-answer.ts';
import { maxTurns } from './simulation-bound.ts';
import { createSimulator } from './simulator.ts';
import { toSimulationAnswer } from './to-simulation-answer.ts';
import type { SimulatorInput } from './workings.ts';

/**
 * @throws CompileError where the definition doesn't fit the node types: check it first;
 * SimulationTooLongError where the run does more than `maxTurns` things
 */
export function simulateActions(input: SimulatorInput, request: SimulationRequest): SimulationAnswer {
  return prepareSimulation(input)(request);
}

/**
 * The same for one journey tried again and again: it is compiled once.
 *
 * @throws CompileError where the definition doesn't fit the node types: check it first; what is made throws
 * SimulationTooLongError where the run does more than `maxTurns` things
 */
export function prepareSimulation(input: SimulatorInput): (request: SimulationRequest) => SimulationAnswer {
  const simulator = createSimulator({ ...input, options: { maxTurns, ...input.options, traces: true } });
  return (request) => toSimulationAnswer(input, playActions(simulator, request));
}
