// What came of a simulation: its trace and, in one line, the way that it took; or JSON.

import type { Language } from '../../journey/issue-prose.ts';
import type { Played } from '../../simulator/play-script.ts';
import { toPath } from '../../simulator/trace.ts';
import { type TraceFormat, toTraceLines } from '../trace/trace-lines.ts';

/** A condition that says no is an answer; a step that meets nothing or an expression that fails is a problem. */
export function isSound(played: Played): boolean {
  return played.entered ? played.leftover.length === 0 : played.reason === 'condition';
}

export function toJson(played: Played): object {
  if (!played.entered) return { ok: isSound(played), ...played };
  const { simulation, leftover } = played;
  const { ended, rest, steps, trace, now } = simulation;
  return {
    ok: isSound(played),
    entered: true,
    ...(ended !== undefined && { outcome: ended }),
    path: toPath(steps),
    steps,
    trace,
    leftover,
    now,
    ...(rest !== undefined && { waiting: rest }),
  };
}

export function toText(played: Played, format: TraceFormat): string {
  const word = words[format.language];
  if (!played.entered) return toRefusal(played, format.language);
  const { simulation, leftover } = played;
  const { ended, rest, steps, trace } = simulation;
  const way = toPath(steps).join(', ');
  const end = ended === undefined ? word.waits(rest?.node ?? '') : word.ended(ended);
  return [
    ...toTraceLines(trace, format),
    '',
    `${format.paint('bold', end)}: ${way}`,
    ...leftover.map((step) => format.paint('yellow', `${word.leftover}: ${JSON.stringify(step)}`)),
  ].join('\n');
}

/** Why the person may not enter, and what could be done. */
export function toRefusal(
  { reason, code }: Extract<Played, { readonly entered: false }>,
  language: Language,
): string {
  return words[language].refused(reason, code);
}

interface Words {
  readonly ended: (outcome: string) => string;
  readonly waits: (node: string) => string;
  readonly refused: (reason: string, code: string | undefined) => string;
  readonly leftover: string;
}

const words: { readonly [language in Language]: Words } = {
  en: {
    ended: (outcome) => `ended as "${outcome}"`,
    waits: (node) => `still waiting at "${node}"`,
    refused: (reason, code) =>
      reason === 'condition'
        ? "The person may not enter: the entry's condition says no. Others: --person <file> and --event '{…}'."
        : `The person may not enter: an expression of the entry fails on this data (${code ?? ''}). Give the event's data: --event '{…}', or "event" in the script.`,
    leftover: 'a step of the script met nothing',
  },
  ko: {
    ended: (outcome) => `"${outcome}"(으)로 끝남`,
    waits: (node) => `"${node}"에서 아직 대기 중`,
    refused: (reason, code) =>
      reason === 'condition'
        ? "이 사람은 들어올 수 없습니다: 진입 조건이 맞지 않습니다. --person <파일>과 --event '{…}'로 바꿀 수 있습니다."
        : `이 사람은 들어올 수 없습니다: 진입 식이 이 데이터에서 실패합니다(${code ?? ''}). --event '{…}' 또는 스크립트의 "event"로 이벤트 데이터를 주세요.`,
    leftover: '스크립트의 한 단계가 아무것도 만나지 못했습니다',
  },
};
