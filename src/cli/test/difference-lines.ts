// A difference between what a test expects and what came, in lines for a terminal.

import type { Language } from '../../journey/issue-prose.ts';
import type { Difference } from '../../simulator/expectation.ts';
import { toPrintable } from '../code-frame.ts';
import type { ConsolePort } from '../console-port.ts';

interface Manner {
  readonly language: Language;
  readonly paint: ConsolePort['paint'];
}

/** A path as a diff: `-` what was expected, `+` what came. */
export function toDifferenceLines(difference: Difference, { language, paint }: Manner): readonly string[] {
  const word = words[language];
  switch (difference.kind) {
    case 'path':
      return [word.path, ...difference.lines.map(({ mark, text }) => paintLine(mark, text, paint))];
    case 'outcome':
      return [word.outcome, ...contrast(difference.expected, difference.actual ?? word.waiting, paint)];
    case 'ended':
      return [difference.expected ? word.notEnded(difference.node ?? '') : word.ended];
    case 'entered':
      return [difference.expected ? word.refused(difference.reason ?? '') : word.entered];
    case 'messages':
      return [
        word.messages(difference.expected, difference.actual.length),
        ...difference.actual.map(({ node, channel, template }) =>
          `+ ${node}: ${channel} ${template}`.trimEnd(),
        ),
      ];
    case 'message':
      return [
        word.message(difference.number, difference.field),
        ...contrast(toPrintable(difference.expected), toPrintable(difference.actual), paint),
      ];
    case 'leftover':
      return [`${word.leftover}: ${toPrintable(JSON.stringify(difference.step))}`];
  }
}

function contrast(expected: string, actual: string, paint: ConsolePort['paint']): readonly string[] {
  return [paintLine('-', expected, paint), paintLine('+', actual, paint)];
}

function paintLine(mark: string, text: string, paint: ConsolePort['paint']): string {
  const line = `  ${mark} ${text}`;
  if (mark === '-') return paint('red', line);
  return mark === '+' ? paint('green', line) : line;
}

const words = {
  en: {
    path: 'the run took another way:',
    outcome: 'the run ended otherwise:',
    waiting: '(still waiting)',
    notEnded: (node: string) => `the run is still waiting at ${node}`,
    ended: 'the run ended, but was expected to wait still',
    refused: (reason: string) => `the person may not enter: ${reason}`,
    entered: 'the person entered, but was expected not to',
    messages: (expected: number, actual: number) => `messages: ${expected} expected, ${actual} sent`,
    message: (number: number, field: string) => `message ${number} has another ${field}:`,
    leftover: 'a step of the script met nothing',
  },
  ko: {
    path: '여정이 다른 길로 갔습니다:',
    outcome: '여정이 다르게 끝났습니다:',
    waiting: '(아직 대기 중)',
    notEnded: (node: string) => `여정이 아직 ${node}에서 기다리고 있습니다`,
    ended: '여정이 끝났지만 아직 기다리고 있어야 합니다',
    refused: (reason: string) => `이 사람은 들어올 수 없습니다: ${reason}`,
    entered: '들어오지 않아야 할 사람이 들어왔습니다',
    messages: (expected: number, actual: number) => `메시지: ${expected}개 예상, ${actual}개 발송`,
    message: (number: number, field: string) => `${number}번째 메시지의 ${field} 값이 다릅니다:`,
    leftover: '스크립트의 한 단계가 아무것도 만나지 못했습니다',
  },
} as const;
