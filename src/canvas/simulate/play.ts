// Who plays a simulation: the worker, which has the built-in types, or the server, which has a project's own too. The
// same code on both.

import type { SimulationRequest } from '../../simulator/play-actions.ts';
import type { SimulationAnswer } from '../../simulator/simulation-answer.ts';
import { client } from '../api/client.ts';
import type { Journey } from '../model/journey.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { ask } from '../worker/ask.ts';

/** @throws WorkerError, ProblemError or UnreachableError */
export async function simulate(journey: Journey, request: SimulationRequest): Promise<SimulationAnswer> {
  if (!needsServer(journey)) return ask('simulate', { journey, ...request });
  return client.simulate({ source: JSON.stringify(journey), ...request });
}

/** As much of a journey as tells which types it needs. */
interface Stepped {
  readonly id: string;
  readonly nodes: {
    readonly [id: string]: {
      readonly type: string;
      readonly with?: { readonly [field: string]: unknown } | undefined;
    };
  };
}

/** A step of it, or of a journey that it runs, is of a type that this page has no code of. */
export function needsServer(journey: Stepped, seen: ReadonlySet<string> = new Set()): boolean {
  const { nodeTypes, surroundings } = useCatalogue.getState();
  const known = new Set([...seen, journey.id]);
  return Object.values(journey.nodes).some((step) => {
    if (nodeTypes.get(step.type)?.builtIn === false) return true;
    const called = step.type === 'journey.run' ? step.with?.['journey'] : undefined;
    if (typeof called !== 'string' || known.has(called)) return false;
    const other = surroundings !== undefined && Object.hasOwn(surroundings.journeys, called);
    const definition = other ? surroundings.journeys[called] : undefined;
    return definition !== undefined && needsServer(definition, known);
  });
}
