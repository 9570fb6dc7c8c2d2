// What was done to the simulated world, in words. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { FailureChoice } from '../../simulator/failure-choices.ts';
import type { SimulatedAction } from '../../simulator/play-actions.ts';
import { durationWords } from '../model/duration-text.ts';
import { outcomeWords } from '../model/outcome-words.ts';

type Failures = readonly Pick<FailureChoice, 'code' | 'words'>[];

export function actionWords(action: SimulatedAction, failures: Failures = []): LocalizedText {
  if ('next' in action) return { en: 'on to what comes next', ko: '다음 일로 이동' };
  if ('deliver' in action) return { en: 'delivered', ko: '전달됨' };
  if ('read' in action) return { en: 'read', ko: '읽음' };
  if ('click' in action) return { en: 'clicked', ko: '클릭함' };
  if ('reply' in action) return { en: `replies “${action.reply}”`, ko: `답장: “${action.reply}”` };
  if ('tap' in action) return { en: `taps “${action.tap}”`, ko: `누름: “${action.tap}”` };
  if ('fail' in action) return withCode({ en: 'fails', ko: '실패' }, action.fail, failures);
  if ('silence' in action) return { en: 'no more sign', ko: '더는 소식 없음' };
  if ('inbound' in action) return { en: `writes “${action.inbound}”`, ko: `메시지: “${action.inbound}”` };
  if ('event' in action) return { en: `event ${action.event}`, ko: `이벤트 ${action.event}` };
  if ('exit' in action) return { en: `ended as ${action.exit}`, ko: `${action.exit}(으)로 종료` };
  if ('advance' in action) {
    return {
      en: `${durationWords(action.advance, 'en')} pass`,
      ko: `${durationWords(action.advance, 'ko')} 지남`,
    };
  }
  return preparedWords(action, failures);
}

type Prepared = Extract<
  SimulatedAction,
  | { readonly refuse: unknown }
  | { readonly hold: unknown }
  | { readonly lose: unknown }
  | { readonly respond: unknown }
>;

/** What the provider, or another system, will answer to whom it is asked by next. */
function preparedWords(action: Prepared, failures: Failures): LocalizedText {
  if ('refuse' in action)
    return withCode({ en: 'refused at once', ko: '즉시 거절' }, action.refuse, failures);
  if ('hold' in action) return { en: 'held back for its quality', ko: '품질 때문에 보류' };
  if ('lose' in action) return { en: 'no answer', ko: '응답 없음' };
  const { en, ko } = outcomeWords(action.respond);
  return { en: `the other system answers: ${en}`, ko: `상대 시스템 응답: ${ko}` };
}

function withCode({ en, ko }: LocalizedText, code: string | number, failures: Failures): LocalizedText {
  const words = failures.find((one) => one.code === String(code))?.words;
  if (words === undefined) return { en: `${en} (${code})`, ko: `${ko} (${code})` };
  return { en: `${en}: ${words.en} (${code})`, ko: `${ko}: ${words.ko} (${code})` };
}
