// Who plays a simulation: the worker, which has the built-in types, or the server, which has a project's own too. The
// same code on both.

import type { SimulationRequest } from '../../simulator/play-actions.ts';
import type { SimulationAnswer } from '../../simulator/simulation-answer.ts';
import { client } from '../api/client.ts';
import type { Journey } from '../model/journey.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { ask } from '../worker/ask.ts';
import { needsProject } from './needs-project.ts';
import { toStopped } from './play-as-far.ts';

/** @throws SimulationTooLongError; WorkerError, ProblemError or UnreachableError */
export async function simulate(journey: Journey, request: SimulationRequest): Promise<SimulationAnswer> {
  if (!needsServer(journey)) return ask('simulate', { journey, ...request });
  try {
    return await client.simulate({ source: JSON.stringify(journey), ...request });
  } catch (error) {
    throw toStopped(error);
  }
}

/** Some step is of a type that this page has no code of. */
export function needsServer(journey: Journey): boolean {
  const { nodeTypes, surroundings } = useCatalogue.getState();
  const isOwn = (type: string) => nodeTypes.get(type)?.builtIn === false;
  return needsProject(journey, { isOwn, journeys: surroundings?.journeys ?? {} });
}
