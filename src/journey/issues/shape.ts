// Problems of form: fields, kinds of values, forms of words, limits. Facts, severity and prose of each code. Pure.

import type { LocalizedText } from '../catalogue.ts';
import type { IssueFamily } from './family.ts';
import { type FormName, forms } from './forms.ts';
import { askEn, askKo, kindKo, list } from './phrases.ts';

export interface ShapeFacts {
  /** Unknown field. */
  J201: { readonly field: string; readonly suggestion?: string };
  J202: { readonly field: string };
  /** Wrong kind of JSON value. */
  J203: { readonly expected: string; readonly found: string };
  /** Text of the wrong form; `pattern` where the form has no name. */
  J204: { readonly form: FormName; readonly found: string; readonly pattern?: string };
  /** Not one of the allowed values. */
  J205: { readonly allowed: readonly string[]; readonly found: string; readonly suggestion?: string };
  J206: { readonly bound: 'min' | 'max'; readonly limit: number; readonly of: string };
  J207: { readonly found: string; readonly supported: readonly number[] };
  /** A rule of the node type's own, in its own words. */
  J208: { readonly detail: LocalizedText };
  J209: { readonly found: string };
  /** Too many nodes. */
  J210: { readonly count: number; readonly limit: number };
}

export const shapeIssues: IssueFamily<ShapeFacts> = {
  J201: {
    severity: 'error',
    en: ({ field, suggestion }) => ({
      message: `The field "${field}" is not known here.`,
      hint: askEn(suggestion, 'Remove it; remarks can stand in a comment.'),
    }),
    ko: ({ field, suggestion }) => ({
      message: `"${field}" 필드는 여기에서 쓰지 않습니다.`,
      hint: askKo(suggestion, '지우세요. 메모는 주석에 적을 수 있습니다.'),
    }),
  },
  J202: {
    severity: 'error',
    en: ({ field }) => ({ message: `The field "${field}" is missing.`, hint: `Add "${field}".` }),
    ko: ({ field }) => ({ message: `"${field}" 필드가 없습니다.`, hint: `"${field}" 필드를 넣으세요.` }),
  },
  J203: {
    severity: 'error',
    en: ({ expected, found }) => ({
      message: `Expected ${expected}, but found ${found}.`,
      hint: `Write a value of the kind ${expected}.`,
    }),
    ko: ({ expected, found }) => ({
      message: `${kindKo(expected)}이(가) 있어야 하는데 ${kindKo(found)}이(가) 있습니다.`,
      hint: `${kindKo(expected)} 값을 쓰세요.`,
    }),
  },
  J204: {
    severity: 'error',
    en: ({ form, found, pattern }) => ({
      message: `"${found}" does not have the right form.`,
      hint:
        pattern === undefined ? `Expected ${forms[form].en}.` : `Expected a text that matches ${pattern}.`,
    }),
    ko: ({ form, found, pattern }) => ({
      message: `"${found}"의 형식이 맞지 않습니다.`,
      hint: `필요한 형식: ${pattern ?? forms[form].ko}.`,
    }),
  },
  J205: {
    severity: 'error',
    en: ({ allowed, found, suggestion }) => ({
      message: `"${found}" is not one of the allowed values.`,
      hint: askEn(suggestion, `Allowed: ${list(allowed)}.`),
    }),
    ko: ({ allowed, found, suggestion }) => ({
      message: `"${found}"은(는) 쓸 수 있는 값이 아닙니다.`,
      hint: askKo(suggestion, `쓸 수 있는 값: ${list(allowed)}.`),
    }),
  },
  J206: {
    severity: 'error',
    en: ({ bound, limit, of }) =>
      bound === 'min' && limit === 1 && of === 'string'
        ? { message: 'This is empty.', hint: 'Write something here.' }
        : {
            message:
              bound === 'max' ? `This is more than the limit of ${limit}.` : `This is less than ${limit}.`,
            hint: `The ${of} needs ${bound === 'max' ? 'at most' : 'at least'} ${limit}${of === 'string' ? ' characters' : ''}.`,
          },
    ko: ({ bound, limit, of }) =>
      bound === 'min' && limit === 1 && of === 'string'
        ? { message: '비어 있습니다.', hint: '내용을 입력하세요.' }
        : {
            message: bound === 'max' ? `한도 ${limit}을(를) 넘었습니다.` : `${limit}보다 적습니다.`,
            hint: `${kindKo(of)}: ${bound === 'max' ? '최대' : '최소'} ${limit}${of === 'string' ? '자' : ''}.`,
          },
  },
  J207: {
    severity: 'error',
    en: ({ found, supported }) => ({
      message: `Language version ${found} is not known.`,
      hint: `This release knows ${supported.join(', ')}; update Jornada for a newer one.`,
    }),
    ko: ({ found, supported }) => ({
      message: `언어 버전 ${found}을(를) 알 수 없습니다.`,
      hint: `이 버전은 ${supported.join(', ')}을(를) 압니다. 더 새 것은 Jornada를 업데이트하세요.`,
    }),
  },
  J208: {
    severity: 'error',
    en: ({ detail }) => ({
      message: `The node type refuses this: ${detail.en}.`,
      hint: 'Change it accordingly; jornada nodes shows what each type takes.',
    }),
    ko: ({ detail }) => ({
      message: `노드 종류가 받아들이지 않습니다: ${detail.ko}.`,
      hint: '규칙에 맞게 고치세요. 노드 종류마다 받는 값은 jornada nodes로 볼 수 있습니다.',
    }),
  },
  J209: {
    severity: 'error',
    en: ({ found }) => ({
      message: `"${found}" is none of the forms that are possible here.`,
      hint: 'See the page of the language for the possible forms.',
    }),
    ko: ({ found }) => ({
      message: `"${found}"은(는) 여기에 쓸 수 있는 형식이 아닙니다.`,
      hint: '쓸 수 있는 형식은 언어 설명을 보세요.',
    }),
  },
  J210: {
    severity: 'error',
    en: ({ count, limit }) => ({
      message: `The journey has ${count} nodes; at most ${limit} are possible.`,
      hint: 'Split the journey.',
    }),
    ko: ({ count, limit }) => ({
      message: `노드가 ${count}개입니다. 최대 ${limit}개까지 쓸 수 있습니다.`,
      hint: '여정을 나누세요.',
    }),
  },
};
