// Kinds of config fields in words. The words of a list of values (`delivered | read`) are the language's own. Pure.

import type { Language } from '../../journey/issue-prose.ts';

export const koreanKinds: { readonly [kind: string]: string } = {
  string: '문자열',
  number: '수',
  integer: '정수',
  boolean: '참/거짓',
  object: '객체',
  any: '아무 값',
  duration: '기간',
  liquid: 'Liquid 문구',
  cel: 'CEL 식',
  date: '날짜',
  uri: 'URL',
};

/** `duration`, `string[]`, `number | string`. */
export function kindWords(kind: string, language: Language): string {
  if (language === 'en') return kind;
  return kind
    .split(' | ')
    .map((form) => {
      const item = form.replace(/(\[\])+$/, '');
      const word = koreanKinds[item] ?? item;
      return item === form ? word : `${word} 목록`;
    })
    .join(' | ');
}
