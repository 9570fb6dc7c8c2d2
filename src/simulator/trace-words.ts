// What engine and providers say, in words of both languages: answers, evidence, categories. For whoever shows a trace.
// Pure.

import type { LocalizedText } from '../journey/catalogue.ts';
import type { Language } from '../journey/issue-prose.ts';

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
  tap: { en: 'the person taps', ko: '고객이 누른 버튼' },
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
  return what === 'inbound' || what === 'tap' ? `${text}: “${name}”` : `${text} ${name}`;
}

function find(words: Words, key: string, language: Language): string {
  return words[key]?.[language] ?? key;
}
