// Puts another step in the place of one; the bricks of the commands. Pure.

import { type Command, type Journey, type Step, stepOf } from '../journey.ts';

/** Nothing changes where there is no such step, or where `change` gives back what it got. */
export function changeStep(id: string, change: (step: Step, journey: Journey) => Step): Command {
  return (journey) => {
    const step = stepOf(journey, id);
    if (step === undefined) return journey;
    const changed = change(step, journey);
    return changed === step ? journey : { ...journey, nodes: { ...journey.nodes, [id]: changed } };
  };
}

/** Every step that `change` makes another one of. */
export function changeSteps(journey: Journey, change: (step: Step, id: string) => Step): Journey {
  const changed = Object.entries(journey.nodes).map(([id, step]) => [id, change(step, id)] as const);
  if (changed.every(([id, step]) => step === journey.nodes[id])) return journey;
  return { ...journey, nodes: Object.fromEntries(changed) };
}

/** The step with other edges; none at all where the map is empty. */
export function withNext(step: Step, next: Step['next']): Step {
  const { next: _next, ...rest } = step;
  const isEmpty = next === undefined || (typeof next === 'object' && Object.keys(next).length === 0);
  return isEmpty ? rest : { ...rest, next };
}
