// Compiled machines by chart hash, shared by all runs of a worker's V8 context: the workflow code is preloaded,
// so a module outlives single runs. Machines are immutable.

import type { AnyStateMachine } from 'xstate';
import type { Chart } from '../src/machine/chart.ts';
import { createChartMachine } from '../src/machine/machine.ts';

const capacity = 500;
const machines = new Map<string, AnyStateMachine>();

/** The machine of a chart; `read` parses the chart and is called only when the hash is not known yet. */
export function getMachine(hash: string, read: () => Chart): AnyStateMachine {
  const known = machines.get(hash);
  if (known !== undefined) return known;
  const machine = createChartMachine(read());
  const oldest = machines.keys().next().value;
  if (machines.size >= capacity && oldest !== undefined) machines.delete(oldest);
  machines.set(hash, machine);
  return machine;
}
