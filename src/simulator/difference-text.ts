// What a journey test found, in words: lines in English and Korean. Pure.

import type { LocalizedText } from '../journey/catalogue.ts';
import type { Language } from '../journey/issue-prose.ts';
import { describeTooLong } from './describe-too-long.ts';
import type { Difference, PostedMessage } from './expectation.ts';

/** One or several lines; the first says what, further ones show it. */
export function toDifferenceLines(difference: Difference, language: Language): string[] {
  const more =
    difference.kind === 'path' ? difference.lines.map(({ mark, text }) => `  ${mark} ${text}`) : [];
  const messages = difference.kind === 'messages' ? difference.actual.map(toMessageLine) : [];
  return [wordsOf(difference)[language], ...more, ...messages];
}

function wordsOf(difference: Difference): LocalizedText {
  switch (difference.kind) {
    case 'path':
      return { en: 'another path (- expected, + actual):', ko: '다른 경로(- 예상, + 실제):' };
    case 'outcome': {
      const { expected, actual } = difference;
      return actual === undefined
        ? {
            en: `expected to end as ${expected}, but it still waits`,
            ko: `${expected}(으)로 끝나야 하지만 아직 대기 중`,
          }
        : {
            en: `expected to end as ${expected}, ended as ${actual}`,
            ko: `예상 결과 ${expected}, 실제 결과 ${actual}`,
          };
    }
    case 'ended':
      return difference.expected
        ? {
            en: `expected to end, but waits in ${difference.node ?? ''}`,
            ko: `끝나야 하지만 ${difference.node ?? ''} 노드에서 대기 중`,
          }
        : { en: 'expected to be still waiting, but it has ended', ko: '대기 중이어야 하지만 이미 끝남' };
    case 'entered':
      return difference.expected
        ? {
            en: `expected to enter, but was refused (${difference.reason ?? ''})`,
            ko: `여정에 들어와야 하지만 진입 조건에서 제외됨(${difference.reason ?? ''})`,
          }
        : { en: 'expected not to enter, but the run began', ko: '여정에 들어오지 않아야 하지만 시작됨' };
    case 'messages': {
      const { expected, actual } = difference;
      return {
        en: `expected ${expected} messages, ${actual.length} were posted:`,
        ko: `예상 메시지 ${expected}건, 실제 발송 ${actual.length}건:`,
      };
    }
    case 'message': {
      const { number, field, expected, actual } = difference;
      const [wanted, found] = [JSON.stringify(expected), JSON.stringify(actual)];
      return {
        en: `message ${number}: expected ${field} ${wanted}, found ${found}`,
        ko: `메시지 ${number}: ${field} 예상값 ${wanted}, 실제값 ${found}`,
      };
    }
    case 'leftover': {
      const step = JSON.stringify(difference.step);
      return { en: `this step met nothing: ${step}`, ko: `적용될 곳이 없었던 단계: ${step}` };
    }
    case 'too-long':
      return describeTooLong(difference);
  }
}

function toMessageLine({ node, channel, text }: PostedMessage): string {
  return `  ${node} (${channel}): ${text.split('\n')[0] ?? ''}`;
}
