// Problems of what expressions and texts read: fields that are not declared, may be missing, or can never have the value
// they are compared with. Facts, severity and prose of each code. Pure.

import type { IssueFamily } from './family.ts';
import { askEn, askKo, list } from './phrases.ts';

export interface DataFacts {
  /** A field that is declared nowhere, where fields are declared. */
  J421: { readonly name: string; readonly suggestion?: string };
  /** A field that may be missing, read as if it were there. */
  J422: { readonly name: string };
  /** Compared with a word that the node never ends with. */
  J423: {
    readonly node: string;
    readonly word: string;
    readonly outcomes: readonly string[];
    readonly suggestion?: string;
  };
  /** Nearly the name of a declared event. */
  J424: { readonly event: string; readonly suggestion?: string };
  /** A text reads what may be missing. */
  J425: { readonly name: string };
}

export const dataIssues: IssueFamily<DataFacts> = {
  J421: {
    severity: 'error',
    en: ({ name, suggestion }) => ({
      message: `There is no field "${name}" here.`,
      hint: askEn(suggestion, 'Declare it in "data", or read another one.'),
    }),
    ko: ({ name, suggestion }) => ({
      message: `여기에는 "${name}" 필드가 없습니다.`,
      hint: askKo(suggestion, '"data"에 선언하거나 다른 필드를 쓰세요.'),
    }),
  },
  J422: {
    severity: 'warning',
    en: ({ name }) => ({
      message: `"${name}" may be missing; the expression fails then.`,
      hint: `Ask first: has(${name}) && …`,
    }),
    ko: ({ name }) => ({
      message: `"${name}"이(가) 없을 수 있고, 그러면 식이 실패합니다.`,
      hint: `먼저 확인하세요: has(${name}) && …`,
    }),
  },
  J423: {
    severity: 'warning',
    en: ({ node, word, outcomes, suggestion }) => ({
      message: `The node "${node}" never ends with "${word}".`,
      hint: askEn(suggestion, `It ends with ${list(outcomes)}.`),
    }),
    ko: ({ node, word, outcomes, suggestion }) => ({
      message: `"${node}" 노드는 "${word}"(으)로 끝나지 않습니다.`,
      hint: askKo(suggestion, `가능한 결과: ${list(outcomes)}.`),
    }),
  },
  J424: {
    severity: 'warning',
    en: ({ event, suggestion }) => ({
      message: `The event "${event}" is not among those in "data".`,
      hint: askEn(suggestion, 'Declare its fields in "data".'),
    }),
    ko: ({ event, suggestion }) => ({
      message: `"${event}" 이벤트가 "data"에 없습니다.`,
      hint: askKo(suggestion, '"data"에 필드를 선언하세요.'),
    }),
  },
  J425: {
    severity: 'warning',
    en: ({ name }) => ({
      message: `"${name}" may be missing; the text has a gap then.`,
      hint: `Give it a default: {{ ${name} | default: '…' }}.`,
    }),
    ko: ({ name }) => ({
      message: `"${name}"이(가) 없을 수 있고, 그러면 문구가 비게 됩니다.`,
      hint: `기본값을 주세요: {{ ${name} | default: '…' }}.`,
    }),
  },
};
