// The journey that is simulated, compiled once: a click plays the actions again, it changes no step. Pure but for what it
// keeps.

import type { Surroundings } from '../../journey/surroundings.ts';
import type { AnyNode } from '../../node-kit/node-type.ts';
import type { SimulationRequest } from '../../simulator/play-actions.ts';
import { prepareSimulation } from '../../simulator/simulate-actions.ts';
import type { SimulationAnswer } from '../../simulator/simulation-answer.ts';
import type { Journey } from '../model/journey.ts';

interface Kept {
  /** Journeys come as copies: they are told apart by what they say. */
  readonly text: string;
  readonly surroundings: Surroundings;
  readonly play: (request: SimulationRequest) => SimulationAnswer;
}

/** @returns plays; throws CompileError where the journey has errors, SimulationTooLongError where a run does too much */
export function keepSimulation(nodeTypes: readonly AnyNode[]) {
  let kept: Kept | undefined;
  return (journey: Journey, surroundings: Surroundings, request: SimulationRequest): SimulationAnswer => {
    const text = JSON.stringify(journey);
    if (kept?.text !== text || kept.surroundings !== surroundings) {
      const play = prepareSimulation({ definition: journey, nodeTypes, surroundings });
      kept = { text, surroundings, play };
    }
    return kept.play(request);
  };
}
