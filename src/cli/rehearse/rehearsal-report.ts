// What a rehearsal shows: the trace of the real engine, the link to the run, and where the simulator went another way.

import type { Language } from '../../journey/issue-prose.ts';
import { type StepDifference, toStepText } from '../../simulator/compare-traces.ts';
import type { WorldAction } from '../../simulator/simulation.ts';
import { toPath } from '../../simulator/trace.ts';
import type { PlayedRehearsal } from '../command-ports.ts';
import { type TraceFormat, toTraceLines } from '../trace/trace-lines.ts';

export interface RehearsalReport extends Omit<PlayedRehearsal, 'end'> {
  readonly differences: readonly StepDifference[];
  /** Steps of the script that met nothing, in the simulator, which goes the same way. */
  readonly leftover: readonly WorldAction[];
}

/** Both went the same way, and everything that the script says happened. */
export function isAsScripted({ differences, leftover }: RehearsalReport): boolean {
  return differences.length === 0 && leftover.length === 0;
}

export function toJson(report: RehearsalReport): object {
  const { runId, link, outcome, steps, trace, differences, leftover } = report;
  return {
    ok: isAsScripted(report),
    run: runId,
    ...(link !== undefined && { link }),
    outcome,
    path: toPath(steps),
    ...{ steps, trace, differences, leftover },
  };
}

export function toText(report: RehearsalReport, format: TraceFormat): string {
  const { link, outcome, steps, trace, differences, leftover } = report;
  const { paint, language } = format;
  const word = words[language];
  const way = toPath(steps).join(', ');
  const end = outcome === null ? word.waits : word.ended(outcome);
  return [
    ...toTraceLines(trace, format),
    '',
    `${paint('bold', end)}: ${way}`,
    ...leftover.map((step) => paint('yellow', `${word.leftover}: ${JSON.stringify(step)}`)),
    ...(link === undefined ? [] : [`Temporal: ${link}`]),
    differences.length === 0 ? paint('green', word.equal) : paint('red', word.differs),
    ...differences.flatMap((difference) => toDifferenceLines(difference, format)),
  ].join('\n');
}

function toDifferenceLines(
  { index, simulated, rehearsed }: StepDifference,
  { paint, language }: TraceFormat,
): readonly string[] {
  const word = words[language];
  const show = (step: StepDifference['simulated']) => (step === undefined ? word.nothing : toStepText(step));
  return [
    `  ${index + 1}. ${word.simulator}: ${paint('red', show(simulated))}`,
    `     ${word.engine}: ${paint('green', show(rehearsed))}`,
  ];
}

const words = {
  en: {
    ended: (outcome: string) => `ended as "${outcome}"`,
    waits: 'still waiting',
    leftover: 'a step of the script met nothing',
    equal: 'The simulator goes the same way.',
    differs: 'The simulator goes another way. One of the two is wrong: please report it.',
    simulator: 'simulator',
    engine: 'real engine',
    nothing: '(nothing)',
  },
  ko: {
    ended: (outcome: string) => `"${outcome}"(으)로 끝남`,
    waits: '아직 대기 중',
    leftover: '스크립트의 한 단계가 아무것도 만나지 못했습니다',
    equal: '시뮬레이터도 같은 길로 갑니다.',
    differs: '시뮬레이터가 다른 길로 갑니다. 둘 중 하나가 잘못되었으니 알려 주세요.',
    simulator: '시뮬레이터',
    engine: '실제 엔진',
    nothing: '(없음)',
  },
} as const satisfies { readonly [language in Language]: object };
