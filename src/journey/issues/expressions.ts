// Problems of CEL expressions. Facts, severity and prose of each code. Pure.

import type { IssueFamily } from './family.ts';
import { askEn, askKo, variables } from './phrases.ts';

export interface ExpressionFacts {
  /** Expression syntax; `detail` in the library's words, empty where it has none. */
  J401: { readonly detail: string };
  J402: { readonly name: string; readonly suggestion?: string };
  J403: { readonly expected: string; readonly found: string };
  J404: { readonly name: string };
  /** In the library's words, empty where it has none. */
  J405: { readonly detail: string };
  /** A variable that does not exist at this place. */
  J406: { readonly name: string };
  J407: { readonly node: string; readonly suggestion?: string };
}

export const expressionIssues: IssueFamily<ExpressionFacts> = {
  J401: {
    severity: 'error',
    en: ({ detail }) => ({
      message: `The expression can't be read${detail && `: ${detail}`}.`,
      hint: 'Expressions are CEL, for example: event.total >= 30000 && person.locale == "ko".',
    }),
    ko: ({ detail }) => ({
      message: `식을 읽을 수 없습니다${detail && `: ${detail}`}.`,
      hint: '식은 CEL입니다. 예: event.total >= 30000 && person.locale == "ko".',
    }),
  },
  J402: {
    severity: 'error',
    en: ({ name, suggestion }) => ({
      message: `The expression reads "${name}", which does not exist.`,
      hint: askEn(suggestion, variables.en),
    }),
    ko: ({ name, suggestion }) => ({
      message: `식에 쓴 "${name}"은(는) 없습니다.`,
      hint: askKo(suggestion, variables.ko),
    }),
  },
  J403: {
    severity: 'error',
    en: ({ expected, found }) => ({
      message: `The expression gives ${found}, but ${expected} is needed here.`,
      hint: expected === 'bool' ? 'Compare with something: ==, >=, has(…).' : 'Convert it: string(…).',
    }),
    ko: ({ expected, found }) => ({
      message: `식의 결과는 ${found}인데 여기에는 ${expected}이(가) 필요합니다.`,
      hint: expected === 'bool' ? '==, >=, has(…)로 비교하세요.' : 'string(…)으로 바꾸세요.',
    }),
  },
  J404: {
    severity: 'error',
    en: ({ name }) => ({
      message: `The function "${name}" is not available.`,
      hint: 'Use contains, startsWith or endsWith.',
    }),
    ko: ({ name }) => ({
      message: `"${name}" 함수는 쓸 수 없습니다.`,
      hint: 'contains, startsWith, endsWith를 쓰세요.',
    }),
  },
  J405: {
    severity: 'error',
    en: ({ detail }) => ({
      message: `The expression can't work${detail && `: ${detail}`}.`,
      hint: 'Both sides need fitting types; convert with string(…), int(…) or double(…).',
    }),
    ko: ({ detail }) => ({
      message: `식이 성립하지 않습니다${detail && `: ${detail}`}.`,
      hint: '양쪽의 타입이 맞아야 합니다. string(…), int(…), double(…)로 바꾸세요.',
    }),
  },
  J406: {
    severity: 'error',
    en: ({ name }) => ({
      message: `The variable "${name}" does not exist here.`,
      hint: 'Entry conditions see person, event and now; exit conditions also run.',
    }),
    ko: ({ name }) => ({
      message: `여기에서는 "${name}" 변수를 쓸 수 없습니다.`,
      hint: '시작 조건에서는 person, event, now를, 종료 조건에서는 run도 쓸 수 있습니다.',
    }),
  },
  J407: {
    severity: 'error',
    en: ({ node, suggestion }) => ({
      message: `This reads the result of the node "${node}", but there is no such node.`,
      hint: askEn(suggestion, 'Name a node of this journey.'),
    }),
    ko: ({ node, suggestion }) => ({
      message: `"${node}" 노드의 결과를 읽지만 그런 노드가 없습니다.`,
      hint: askKo(suggestion, '이 여정의 노드를 쓰세요.'),
    }),
  },
};
