// Where two traces of the same script part: the simulator's and the real engine's. Times are not compared, they drift by
// what a machine takes; steps have to be the same in node, visit, outcome, code, policy and whether something left. Pure.

import type { TracedStep } from './trace.ts';

const fields = ['node', 'visit', 'outcome', 'attempted', 'code', 'policy'] as const;

export interface StepDifference {
  /** Counted from 0. */
  readonly index: number;
  /** What differs; empty where one of the two has no step here. */
  readonly fields: readonly (typeof fields)[number][];
  readonly simulated?: TracedStep;
  readonly rehearsed?: TracedStep;
}

/** Empty where both went the same way. */
export function compareSteps(
  simulated: readonly TracedStep[],
  rehearsed: readonly TracedStep[],
): StepDifference[] {
  const differences: StepDifference[] = [];
  for (let index = 0; index < Math.max(simulated.length, rehearsed.length); index += 1) {
    const difference = compareStep(index, simulated[index], rehearsed[index]);
    if (difference !== undefined) differences.push(difference);
  }
  return differences;
}

function compareStep(
  index: number,
  simulated: TracedStep | undefined,
  rehearsed: TracedStep | undefined,
): StepDifference | undefined {
  if (simulated === undefined || rehearsed === undefined) {
    return {
      index,
      fields: [],
      ...(simulated === undefined ? {} : { simulated }),
      ...(rehearsed === undefined ? {} : { rehearsed }),
    };
  }
  const unequal = fields.filter((field) => simulated[field] !== rehearsed[field]);
  return unequal.length === 0 ? undefined : { index, fields: unequal, simulated, rehearsed };
}

/** `offer#1→delivered` with what else is known of the step. */
export function toStepText({ node, visit, outcome, attempted, code, policy }: TracedStep): string {
  const facts = [
    ...(attempted === undefined ? [] : [attempted ? 'attempted' : 'not attempted']),
    ...(code === undefined ? [] : [`code ${code}`]),
    ...(policy === undefined ? [] : [`policy ${policy}`]),
  ];
  return `${node}#${visit}→${outcome}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
}
