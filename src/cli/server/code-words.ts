// The codes with which a step ended, in words: ours of policies and nodes, and the providers' own. Codes that are not
// known here (a third party's) are shown as they are. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { titleOf } from '../../whatsapp/error-titles.ts';
import { findMetaError } from '../../whatsapp/errors.ts';

const codes: { readonly [code: string]: LocalizedText } = {
  opted_out: { en: 'opted out', ko: '수신 거부' },
  no_opt_in: { en: 'no opt-in to marketing', ko: '마케팅 수신 동의 없음' },
  no_address: { en: 'no address for this channel', ko: '이 채널의 연락처 없음' },
  not_sent: { en: 'proved not to have left the house', ko: '발송되지 않은 것이 확인됨' },
  interrupted: { en: 'a worker ended while it was sending', ko: '발송 중 워커가 종료됨' },
  unknown_journey: { en: 'no such journey is published', ko: '게시되지 않은 여정' },
  live: { en: 'the person is in that journey already', ko: '이미 그 여정에 참여 중' },
  again: { en: 'the person was in that journey lately', ko: '최근 그 여정에 참여함' },
  condition: { en: 'the entry condition does not hold', ko: '진입 조건에 맞지 않음' },
  undeclared_outcome: {
    en: 'the node came to an outcome that it does not declare',
    ko: '노드가 선언하지 않은 결과로 끝남',
  },
  NODE_EXPRESSION: { en: 'an expression fails on this data', ko: '이 데이터로는 식을 계산할 수 없음' },
  NODE_TEXT: { en: 'a text can not be rendered with this data', ko: '이 데이터로는 문구를 만들 수 없음' },
  NODE_SECRET_MISSING: {
    en: 'a secret is not set for the workers (jornada doctor names it)',
    ko: '워커에 비밀 값이 설정되지 않음(jornada doctor로 확인)',
  },
  NODE_CONFIG: { en: 'the settings of the node are not valid', ko: '노드 설정이 올바르지 않음' },
  NODE_CONDITION_TYPE: { en: 'a condition gives no yes or no', ko: '조건의 결과가 참이나 거짓이 아님' },
  NODE_KEY_TYPE: { en: 'the key is neither text nor a number', ko: '키가 문자열이나 수가 아님' },
  NODE_VARS_TOO_LARGE: { en: 'the variables are too large', ko: '변수가 너무 큼' },
  NODE_ATTRIBUTES_TOO_LARGE: {
    en: 'the person would have more than 64 KB of attributes',
    ko: '고객 속성이 64KB를 넘게 됨',
  },
};

/** `131026: Undeliverable: …` */
export function codeWords(code: string, language: Language): string {
  const meta = findMetaError(code);
  const words = codes[code]?.[language] ?? (meta && titleOf(meta, language));
  return words === undefined ? code : `${code}: ${words}`;
}
