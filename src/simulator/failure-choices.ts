// The codes by which a message can fail on WhatsApp, in words, for whoever chooses one: those that happen most come
// first. From the generated table of Meta's codes. Pure.

import type { LocalizedText } from '../journey/catalogue.ts';
import { errorTable } from '../whatsapp/error-table.generated.ts';
import { titleOf } from '../whatsapp/error-titles.ts';
import { failureOfCode } from '../whatsapp/errors.ts';

export interface FailureChoice {
  readonly code: string;
  readonly words: LocalizedText;
  /** What a message ends as by it. */
  readonly outcome: string;
  /** One of the few that happen most. */
  readonly isUsual: boolean;
}

/** What happens most, in fewer words than Meta's (F§3.2, F§4); the most frequent first. */
const usual: readonly (LocalizedText & { readonly code: number })[] = [
  { code: 131049, en: 'per-user marketing limit', ko: '사용자별 마케팅 한도' },
  { code: 130472, en: "part of Meta's marketing experiment", ko: 'Meta 마케팅 실험 대상' },
  {
    code: 131026,
    en: 'undeliverable: not on WhatsApp, an old version',
    ko: '전달 불가: WhatsApp 미사용, 구버전',
  },
  { code: 131047, en: 'more than 24 hours since the last reply', ko: '마지막 답장 후 24시간이 지남' },
  { code: 131050, en: 'the person has stopped marketing messages', ko: '마케팅 메시지 수신 거부' },
  { code: 132015, en: 'template paused for its quality', ko: '품질 때문에 템플릿 일시 중지' },
  { code: 131048, en: 'spam rate limit of the sender', ko: '발신자의 스팸 한도' },
  { code: 131031, en: 'account locked', ko: '계정 잠김' },
  { code: 131000, en: 'something went wrong at Meta', ko: 'Meta 쪽 오류' },
];

/** Every code of the table, the usual ones first. */
export function failureChoices(): readonly FailureChoice[] {
  const others = Object.values(errorTable).filter((error) => !usual.some(({ code }) => code === error.code));
  return [
    ...usual.map(({ code, ...words }) => toChoice(code, words, true)),
    ...others.map((error) =>
      toChoice(error.code, { en: titleOf(error, 'en'), ko: titleOf(error, 'ko') }, false),
    ),
  ];
}

function toChoice(code: number, words: LocalizedText, isUsual: boolean): FailureChoice {
  return { code: String(code), words, outcome: failureOfCode(code).outcome, isUsual };
}
