// Plays a journey for whoever designs it. The server answers webhooks by the same thread, so what one request may ask of it
// has a bound.

import { validateJourney } from '../journey/validate.ts';
import type { AnyNode } from '../node-kit/node-type.ts';
import type { SimulationRequest } from '../simulator/play-actions.ts';
import { simulateActions } from '../simulator/simulate-actions.ts';
import type { SimulationAnswer } from '../simulator/simulation-answer.ts';
import { AppError, toErrorItems } from './app-error.ts';
import { readSurroundings } from './read-surroundings.ts';
import type { RouteContext } from './route-context.ts';

/** Timers and things done; some two seconds of a core at worst. */
const limit = 2_000;

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
    throw new AppError('JOURNEY_INVALID', { items: toErrorItems(issues) });
  }
  // Who has been waiting for the check comes before the play.
  await new Promise((resolve) => setImmediate(resolve));
  let count = 0;
  const onTurn = (): void => {
    count += 1;
    if (count > limit) throw new AppError('SIMULATION_TOO_LONG', { facts: { limit } });
  };
  return simulateActions({ definition, nodeTypes, surroundings, options: { onTurn } }, request);
}
