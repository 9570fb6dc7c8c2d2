// Plays a journey for whoever designs it. The server answers webhooks by the same thread: the simulator's own bound is why
// one request can't hold it for long.

import { validateJourney } from '../journey/validate.ts';
import type { AnyNode } from '../node-kit/node-type.ts';
import type { SimulationRequest } from '../simulator/play-actions.ts';
import { simulateActions } from '../simulator/simulate-actions.ts';
import type { SimulationAnswer } from '../simulator/simulation-answer.ts';
import { SimulationTooLongError } from '../simulator/simulation-bound.ts';
import { AppError, aboutIssues } from './app-error.ts';
import { readSurroundings } from './read-surroundings.ts';
import type { RouteContext } from './route-context.ts';

/** @throws AppError JOURNEY_INVALID, SIMULATION_TOO_LONG */
export async function playJourney(
  source: string,
  request: SimulationRequest,
  context: RouteContext & { readonly nodeTypes: readonly AnyNode[] },
): Promise<SimulationAnswer> {
  const { catalogue, nodeTypes } = context;
  const surroundings = await readSurroundings(source, context);
  const { definition, chart, issues } = validateJourney(source, catalogue, surroundings);
  if (definition === undefined || chart === undefined) {
    throw new AppError('JOURNEY_INVALID', aboutIssues(issues));
  }
  // Who has been waiting for the check comes before the play.
  await new Promise((resolve) => setImmediate(resolve));
  try {
    return simulateActions({ definition, nodeTypes, surroundings }, request);
  } catch (error) {
    if (!(error instanceof SimulationTooLongError)) throw error;
    throw new AppError(error.code, { facts: { ...error.stop }, cause: error });
  }
}
