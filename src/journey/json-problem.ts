// What jsonc-parser's error names mean, in English and Korean: the second half of issue J101.

import type { Language } from './issue-prose.ts';

const problems: { readonly [problem: string]: { readonly [language in Language]: string } } = {
  InvalidSymbol: { en: 'this is no JSON value', ko: 'JSON 값이 아닙니다' },
  InvalidNumberFormat: { en: 'the number is malformed', ko: '숫자 형식이 잘못되었습니다' },
  PropertyNameExpected: {
    en: 'a key in double quotes is expected here',
    ko: '여기에는 큰따옴표로 쓴 키가 있어야 합니다',
  },
  ValueExpected: { en: 'a value is expected here', ko: '여기에는 값이 있어야 합니다' },
  ColonExpected: { en: 'a colon is expected before this', ko: '이 앞에 콜론이 있어야 합니다' },
  CommaExpected: { en: 'a comma is expected before this', ko: '이 앞에 쉼표가 있어야 합니다' },
  CloseBraceExpected: { en: 'a closing brace } is missing', ko: '닫는 중괄호 }가 없습니다' },
  CloseBracketExpected: { en: 'a closing bracket ] is missing', ko: '닫는 대괄호 ]가 없습니다' },
  EndOfFileExpected: { en: 'nothing may follow the journey', ko: '여정 뒤에는 아무것도 올 수 없습니다' },
  InvalidCommentToken: { en: 'comments are not allowed here', ko: '여기에는 주석을 쓸 수 없습니다' },
  UnexpectedEndOfComment: { en: 'the comment is not closed', ko: '주석이 닫히지 않았습니다' },
  UnexpectedEndOfString: { en: 'the text is not closed', ko: '문자열이 닫히지 않았습니다' },
  UnexpectedEndOfNumber: { en: 'the number is not complete', ko: '숫자가 끝나지 않았습니다' },
  InvalidUnicode: {
    en: 'the \\u escape needs four hexadecimal digits',
    ko: '\\u 뒤에는 16진수 네 자리가 있어야 합니다',
  },
  InvalidEscapeCharacter: { en: 'this escape does not exist', ko: '없는 이스케이프입니다' },
  InvalidCharacter: { en: 'a control character has to be escaped', ko: '제어 문자는 이스케이프해야 합니다' },
};

/** A clause without a full stop; the name itself where it is new. */
export function describeJsonProblem(problem: string, language: Language): string {
  return problems[problem]?.[language] ?? problem;
}
