// Words of the language in the words of its readers: what stands in a choice. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import { outcomeWords } from '../model/outcome-words.ts';

/** The word itself where nothing better is known, such as `POST`. */
export function valueWords(value: string): LocalizedText {
  return Object.hasOwn(words, value) ? (words[value] ?? { en: value, ko: value }) : outcomeWords(value);
}

const words: { readonly [value: string]: LocalizedText } = {
  marketing: { en: 'Marketing', ko: '마케팅' },
  utility: { en: 'Utility', ko: '정보성' },
  authentication: { en: 'Authentication', ko: '인증' },
  service: { en: 'Service', ko: '상담' },
  whatsapp: { en: 'WhatsApp', ko: '왓츠앱' },
  sms: { en: 'Text message', ko: '문자' },
  email: { en: 'E-mail', ko: '이메일' },
  monday: { en: 'Mon', ko: '월' },
  tuesday: { en: 'Tue', ko: '화' },
  wednesday: { en: 'Wed', ko: '수' },
  thursday: { en: 'Thu', ko: '목' },
  friday: { en: 'Fri', ko: '금' },
  saturday: { en: 'Sat', ko: '토' },
  sunday: { en: 'Sun', ko: '일' },
  visit: { en: 'this step was entered', ko: '이 단계에 들어온 때' },
  entry: { en: 'the journey was entered', ko: '여정에 들어온 때' },
  person: { en: 'the person, for good', ko: '고객 (계속)' },
  run: { en: 'this run', ko: '이번 실행' },
  minute: { en: 'minute', ko: '1분' },
  hour: { en: 'hour', ko: '1시간' },
  day: { en: 'day', ko: '하루' },
  wait: { en: 'wait', ko: '기다리기' },
  leave: { en: 'leave by “full”', ko: '"가득 참"으로 나가기' },
  in: { en: 'agreed', ko: '동의' },
  out: { en: 'opted out', ko: '수신 거부' },
  never: { en: 'never', ko: '다시 못 들어옴' },
  always: { en: 'always', ko: '언제든지' },
  any: { en: 'any message', ko: '모든 메시지' },
  true: { en: 'yes', ko: '예' },
  string: { en: 'text', ko: '문자열' },
  number: { en: 'number', ko: '숫자' },
  boolean: { en: 'yes or no', ko: '참/거짓' },
  timestamp: { en: 'time', ko: '시각' },
  list: { en: 'list', ko: '목록' },
  map: { en: 'object', ko: '객체' },
  'string?': { en: 'text, may be missing', ko: '문자열, 없을 수 있음' },
  'number?': { en: 'number, may be missing', ko: '숫자, 없을 수 있음' },
  'boolean?': { en: 'yes or no, may be missing', ko: '참/거짓, 없을 수 있음' },
  'timestamp?': { en: 'time, may be missing', ko: '시각, 없을 수 있음' },
  'list?': { en: 'list, may be missing', ko: '목록, 없을 수 있음' },
  'map?': { en: 'object, may be missing', ko: '객체, 없을 수 있음' },
};
