// Names of text forms of the language and what they look like, for "expected a …". A node type's refinement may name
// one as its error. Pure.

import type { Language } from '../issue-prose.ts';

export const formNames = [
  'node-id',
  'journey-id',
  'event-name',
  'outcome',
  'duration',
  'clock-time',
  'instant',
  'url',
  'other',
] as const;
export type FormName = (typeof formNames)[number];

export const forms: { readonly [form in FormName]: { readonly [language in Language]: string } } = {
  'node-id': {
    en: 'a node id: a lower-case letter, then letters, digits, _ or -, at most 64',
    ko: '노드 id: 소문자로 시작하고 영문자, 숫자, _, -만 쓰며 64자 이하',
  },
  'journey-id': {
    en: 'a journey id: lower-case letters, digits and -, at most 64',
    ko: '여정 id: 소문자, 숫자, -만 쓰며 64자 이하',
  },
  'event-name': { en: 'an event name such as order.placed', ko: 'order.placed 같은 이벤트 이름' },
  outcome: {
    en: 'an outcome word such as converted or limit.user',
    ko: 'converted, limit.user 같은 결과 단어',
  },
  duration: { en: 'a duration such as 30m, 24h, 7d, P1D or PT2H', ko: '30m, 24h, 7d, P1D, PT2H 같은 기간' },
  'clock-time': { en: 'a time of day such as 21:00', ko: '21:00 같은 시각' },
  instant: {
    en: 'an instant with its offset, such as 2027-03-01T10:00:00+09:00',
    ko: '2027-03-01T10:00:00+09:00처럼 시차까지 쓴 시각',
  },
  url: {
    en: 'a URL with its scheme, such as https://example.org/hook',
    ko: 'https://example.org/hook처럼 스킴이 있는 URL',
  },
  other: { en: 'another form', ko: '다른 형식' },
};
