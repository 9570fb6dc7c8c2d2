// Walks a compiled chart with the real driver: answers its activities, feeds events, and says where it went.

import type { Chart } from '../../src/machine/chart.ts';
import { advance, begin, contextOf, type DriverInput, type Run } from '../../src/machine/driver.ts';
import { createChartMachine } from '../../src/machine/machine.ts';
import type { ActivityAnswer, EvidenceSignal } from '../../src/machine/vocabulary.ts';

/** A step of a walk: what the activity in hand answers, an event, evidence, time, or an exit rule's word. */
export type Step =
  | { readonly done: string }
  | { readonly answer: ActivityAnswer }
  | { readonly event: string }
  | { readonly evidence: EvidenceSignal }
  | { readonly timer: 'first' }
  | { readonly exit: string };

export interface Walk {
  /** Nodes in the order they were entered. */
  readonly entered: readonly string[];
  /** The run's own outcome, where it is over. */
  readonly ended?: string;
}

/** Enters the chart and takes the steps. */
export function walkChart(chart: Chart, steps: readonly Step[]): Walk {
  const machine = createChartMachine(chart);
  let run = begin(machine, 0);
  let at = 0;
  for (const step of steps) {
    const dueAt = 'timer' in step ? (run.timers[0]?.dueAt ?? 0) : 0;
    at = Math.max(at + 1, dueAt);
    run = advance(machine, run, toInput(step, { run, at }));
  }
  const { ended, node } = contextOf(run);
  const completed = run.log.map((entry) => entry.node);
  return ended === undefined ? { entered: [...completed, node] } : { entered: completed, ended };
}

function toInput(step: Step, { run, at }: { readonly run: Run; readonly at: number }): DriverInput {
  if ('exit' in step) return { type: 'exit', at, as: step.exit, reason: 'test' };
  if ('event' in step) return { type: `event.${step.event}`, at, id: `evt_${at}` };
  if ('evidence' in step) return { type: 'evidence', at, ...step.evidence };
  if ('timer' in step) return { type: 'timer', at, id: run.timers[0]?.id ?? 'none' };
  const key = run.activities[0]?.key ?? 'none';
  const answer = 'done' in step ? ({ status: 'settled', outcome: step.done } as const) : step.answer;
  return { type: 'answer', key, at, answer };
}
