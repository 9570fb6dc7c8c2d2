// Problems of message texts. Facts, severity and prose of each code. Pure.

import type { IssueFamily } from './family.ts';
import { askEn, askKo, variables } from './phrases.ts';

export interface LiquidFacts {
  /** Text syntax; `detail` in the library's words, empty where it has none. */
  J411: { readonly detail: string };
  J412: { readonly name: string };
  J413: { readonly name: string };
  J414: { readonly name: string; readonly suggestion?: string };
  J415: { readonly limit: number };
  /** A secret where it could reach a person, a history or a reader. */
  J416: Record<string, never>;
  /** `secrets` with a name that no environment variable has, or without one (empty). */
  J417: { readonly name: string };
}

export const liquidIssues: IssueFamily<LiquidFacts> = {
  J411: {
    severity: 'error',
    en: ({ detail }) => ({
      message: `The text can't be read${detail && `: ${detail}`}.`,
      hint: "Texts are Liquid, for example: {{ person.firstName | default: 'there' }}.",
    }),
    ko: ({ detail }) => ({
      message: `문구를 읽을 수 없습니다${detail && `: ${detail}`}.`,
      hint: "문구는 Liquid입니다. 예: {{ person.firstName | default: '고객' }}.",
    }),
  },
  J412: {
    severity: 'error',
    en: ({ name }) => ({
      message: `The tag "${name}" is not available in texts.`,
      hint: 'Use if, unless, case, for, assign or capture.',
    }),
    ko: ({ name }) => ({
      message: `문구에서 "${name}" 태그는 쓸 수 없습니다.`,
      hint: 'if, unless, case, for, assign, capture를 쓰세요.',
    }),
  },
  J413: {
    severity: 'error',
    en: ({ name }) => ({
      message: `The filter "${name}" is not available in texts.`,
      hint: 'Common filters: default, upcase, date, escape, truncate, round.',
    }),
    ko: ({ name }) => ({
      message: `문구에서 "${name}" 필터는 쓸 수 없습니다.`,
      hint: '자주 쓰는 필터: default, upcase, date, escape, truncate, round.',
    }),
  },
  J414: {
    severity: 'error',
    en: ({ name, suggestion }) => ({
      message: `The text reads "${name}", which does not exist.`,
      hint: askEn(suggestion, variables.en),
    }),
    ko: ({ name, suggestion }) => ({
      message: `문구에 쓴 "${name}"은(는) 없습니다.`,
      hint: askKo(suggestion, variables.ko),
    }),
  },
  J415: {
    severity: 'error',
    en: ({ limit }) => ({ message: `The text has more than ${limit} characters.`, hint: 'Shorten it.' }),
    ko: ({ limit }) => ({ message: `문구가 ${limit}자보다 깁니다.`, hint: '줄이세요.' }),
  },
  J416: {
    severity: 'error',
    en: () => ({
      message: 'A secret can not be read here.',
      hint: 'Secrets go to other systems only: the URL, headers and body of http.request may read {{ secrets.NAME }}.',
    }),
    ko: () => ({
      message: '여기서는 비밀 값을 읽을 수 없습니다.',
      hint: '비밀 값은 다른 시스템에만 전달됩니다. http.request의 URL, 헤더, 본문에서 {{ secrets.NAME }}을 쓸 수 있습니다.',
    }),
  },
  J417: {
    severity: 'error',
    en: ({ name }) => ({
      message: name === '' ? 'Secrets are read here without a name.' : `No secret can be named "${name}".`,
      hint: 'Write one name in capitals, such as {{ secrets.CRM_TOKEN }}; workers read it from JORNADA_SECRET_CRM_TOKEN.',
    }),
    ko: ({ name }) => ({
      message:
        name === '' ? '이름 없이 비밀 값을 읽습니다.' : `"${name}"은(는) 비밀 값의 이름이 될 수 없습니다.`,
      hint: '{{ secrets.CRM_TOKEN }}처럼 대문자 이름 하나를 쓰세요. 워커는 JORNADA_SECRET_CRM_TOKEN에서 값을 읽습니다.',
    }),
  },
};
