// Turns of phrase that the prose of many issues shares, in English and Korean. Pure.

/** "Did you mean …?", or the other hint. */
export function askEn(suggestion: string | undefined, otherwise: string): string {
  return suggestion === undefined ? otherwise : `Did you mean "${suggestion}"?`;
}

export function askKo(suggestion: string | undefined, otherwise: string): string {
  return suggestion === undefined ? otherwise : `혹시 "${suggestion}"인가요?`;
}

export function list(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}

const kinds: { readonly [kind: string]: string } = {
  string: '문자열',
  number: '숫자',
  integer: '정수',
  boolean: '참/거짓',
  object: '객체',
  array: '배열',
  null: 'null',
  nothing: '빈 내용',
};

/** The Korean word for a kind of JSON value. */
export function kindKo(kind: string): string {
  return kinds[kind] ?? kind;
}

/** What may be named in sources. */
export const variables = {
  en: 'Expressions and texts see person, event, run, nodes and now.',
  ko: '식과 문구에서는 person, event, run, nodes, now를 쓸 수 있습니다.',
};
