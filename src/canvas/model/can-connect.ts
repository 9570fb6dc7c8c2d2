// Whether an author may draw an edge, and why not. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import { anyFailure, isFailure, matchesPrefix } from '../../journey/outcome-match.ts';
import type { NodeOutline } from '../../journey/outline-nodes.ts';
import type { Connection } from './commands/connect.ts';
import { always, targetOf } from './edges.ts';
import { type Journey, stepOf } from './journey.ts';
import { outlineOf } from './outline.ts';

/** True, or the reason in words. An outcome may lead to one step only; `limit.user` may leave where `limit` does. */
export function canConnect(
  journey: Journey,
  check: CheckAnswer | undefined,
  { source, key, target }: Connection,
): true | LocalizedText {
  const step = stepOf(journey, source);
  if (step === undefined || stepOf(journey, target) === undefined) {
    return { en: 'There is no such step.', ko: '그런 단계가 없습니다.' };
  }
  const from = outlineOf(check, source);
  if (from?.annotation === true) {
    return {
      en: 'A note is only a remark: nothing leaves it.',
      ko: '메모는 설명일 뿐이어서 연결이 나갈 수 없습니다.',
    };
  }
  const mayCome = canBegin(check, target);
  if (mayCome !== true) return mayCome;
  if (from?.terminal === true) {
    return {
      en: 'The journey ends here: nothing follows.',
      ko: '여정이 여기서 끝나므로 뒤에 아무것도 올 수 없습니다.',
    };
  }
  if (from?.isExact === true && !canHappen(from, key)) {
    return key === anyFailure
      ? { en: 'This step never fails.', ko: '이 단계는 실패하지 않습니다.' }
      : { en: `This step never ends with “${key}”.`, ko: `이 단계는 "${key}"(으)로 끝나지 않습니다.` };
  }
  const taken = targetOf(step, key);
  if (taken !== undefined) {
    return {
      en: `This outcome leads to “${taken}” already.`,
      ko: `이 결과는 이미 "${taken}"(으)로 이어집니다.`,
    };
  }
  if (key === always && step.next !== undefined) {
    return {
      en: 'Its outcomes lead on one by one already: draw from one of them.',
      ko: '결과마다 따로 이어져 있습니다. 결과 하나에서 연결을 시작하세요.',
    };
  }
  return true;
}

/** Whether people may come to a step at all. */
export function canBegin(check: CheckAnswer | undefined, id: string): true | LocalizedText {
  if (outlineOf(check, id)?.annotation !== true) return true;
  return {
    en: 'A note is only a remark: no one gets there.',
    ko: '메모는 설명일 뿐이어서 들어갈 수 없습니다.',
  };
}

function canHappen({ outcomes, successes }: NodeOutline, key: string): boolean {
  if (key === always) return true;
  if (key === anyFailure) return outcomes.some((word) => isFailure(word, successes));
  return outcomes.some((word) => matchesPrefix(word, key));
}
