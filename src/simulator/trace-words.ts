// What engine and providers say, in words of both languages: why a policy objects, answers, evidence, categories. For
// whoever shows a trace. Pure.

import type { LocalizedText } from '../journey/catalogue.ts';
import type { Language } from '../journey/issue-prose.ts';
import type { GateFacts } from '../messaging/gate-facts.ts';

type Words = { readonly [key: string]: LocalizedText };

const evidenceWords = {
  accepted: { en: 'accepted', ko: '접수됨' },
  sent: { en: 'sent', ko: '발송됨' },
  delivered: { en: 'delivered', ko: '도착함' },
  read: { en: 'read', ko: '읽음' },
  replied: { en: 'replied to', ko: '답장받음' },
  clicked: { en: 'clicked', ko: '클릭됨' },
  failed: { en: 'failed', ko: '실패함' },
} as const satisfies Words;

const answerWords = {
  accepted: { en: 'accepted', ko: '접수됨' },
  held: { en: 'held back', ko: '보류됨' },
  lost: { en: 'no answer: it may or may not have been sent', ko: '응답 없음: 발송 여부를 알 수 없음' },
  refused: { en: 'refused', ko: '거부됨' },
  unsent: { en: 'not sent, it does not fit', ko: '형식이 맞지 않아 보내지 않음' },
} as const satisfies Words;

const categoryWords = {
  marketing: { en: 'marketing', ko: '마케팅' },
  utility: { en: 'utility', ko: '유틸리티' },
  authentication: { en: 'authentication', ko: '인증' },
  service: { en: 'service', ko: '서비스' },
} as const satisfies Words;

const heardWords = {
  event: { en: 'event', ko: '이벤트' },
  inbound: { en: 'message of the person', ko: '고객이 보낸 메시지' },
  exit: { en: 'ended by an operator as', ko: '운영자가 종료함:' },
} as const satisfies Words;

/** A word of evidence, with the code of a failure. */
export function toEvidenceText(word: string, code: string | undefined, language: Language): string {
  const text = find(evidenceWords, word, language);
  return code === undefined ? text : `${text} (${code})`;
}

/** An answer as the trace has it: `accepted`, `refused 131049`. */
export function toAnswerText(answer: string, language: Language): string {
  const [word = '', code] = answer.split(' ');
  const text = find(answerWords, word, language);
  return code === undefined ? text : `${text} (${code})`;
}

export function toCategoryText(category: string, language: Language): string {
  return find(categoryWords, category, language);
}

/** Something that came from outside. */
export function toHeardText(what: string, name: string, language: Language): string {
  const text = find(heardWords, what, language);
  if (name === '') return text;
  return what === 'inbound' ? `${text}: “${name}”` : `${text} ${name}`;
}

function find(words: Words, key: string, language: Language): string {
  return words[key]?.[language] ?? key;
}

/** Why a policy objects; `facts` are what it went by, `time` writes an instant in the person's zone. */
export function policyWords(
  policy: string,
  facts: GateFacts | undefined,
  time: (at: number) => string,
): LocalizedText {
  switch (policy) {
    case 'quiet-hours': {
      const { from = '', to = '' } = facts?.quietHours ?? {};
      const hours = from === '' ? '' : ` ${from}–${to}`;
      return { en: `quiet hours${hours}`, ko: `야간 발송 제한${hours}` };
    }
    case 'consent':
      if (facts === undefined) return { en: 'no consent', ko: '수신 동의 없음' };
      return facts.optedOutOfAll || facts.marketingConsent === 'out'
        ? { en: 'the person has opted out', ko: '수신을 거부한 고객' }
        : { en: 'no opt-in to marketing', ko: '마케팅 수신 동의 없음' };
    case 'us-pause':
      return {
        en: 'Meta delivers no marketing to US numbers',
        ko: '미국 번호에는 마케팅 메시지가 전달되지 않음',
      };
    case 'experiment':
      return { en: "in Meta's marketing experiment", ko: '메타의 마케팅 실험 대상' };
    case 'cooldown':
      return until(
        { en: 'per-user marketing limit', ko: '고객별 마케팅 한도' },
        facts?.memory.cooldownUntil,
        time,
      );
    case 'reachability':
      return until(
        { en: 'not on WhatsApp', ko: '왓츠앱으로 연락할 수 없음' },
        facts?.memory.unreachableUntil,
        time,
      );
    case 'recipient':
      return { en: 'no address for this channel', ko: '이 채널의 연락처 없음' };
    case 'caps': {
      const full = facts?.caps?.find(({ max, sent }) => sent >= max);
      const count = full === undefined ? '' : ` (${full.sent}/${full.max})`;
      return { en: `frequency cap used up${count}`, ko: `발송 횟수 한도 초과${count}` };
    }
    case 'template': {
      const status = facts?.template?.status ?? '';
      return { en: `the template is ${status}`.trim(), ko: `템플릿 상태 ${status}`.trim() };
    }
    case 'window':
      return { en: 'no open 24-hour window', ko: '24시간 대화 창이 닫혀 있음' };
    case 'account':
      return { en: 'the account needs an operator', ko: '운영자가 계정을 확인해야 함' };
    case 'expires':
      return { en: 'no longer worth sending', ko: '발송 기한이 지남' };
    case 'exit-rule':
      return { en: 'an exit rule', ko: '종료 규칙' };
    case 'operator':
      return { en: 'an operator', ko: '운영자' };
    default:
      return { en: policy, ko: policy };
  }
}

function until(words: LocalizedText, at: number | undefined, time: (at: number) => string): LocalizedText {
  if (at === undefined) return words;
  return { en: `${words.en} until ${time(at)}`, ko: `${words.ko}, ${time(at)}까지` };
}
