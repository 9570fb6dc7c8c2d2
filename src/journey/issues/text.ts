// Problems of the text before anything is read from it: JSON, encoding, size, keys. Facts, severity and prose of each code. Pure.

import { describeJsonProblem } from '../json-problem.ts';
import type { IssueFamily } from './family.ts';
import { kindKo } from './phrases.ts';

export interface TextFacts {
  /** Broken JSON. */
  J101: { readonly problem: string };
  J102: { readonly limitBytes: number };
  J103: { readonly limit: number };
  J104: { readonly key: string };
  J105: { readonly key: string };
  /** Not UTF-8. */
  J106: { readonly byte: number };
  /** Not an object at the top. */
  J107: { readonly found: string };
  /** A number that can't be kept exactly. */
  J108: { readonly found: string };
  /** NUL or half a character. */
  J109: { readonly [none in never]: never };
}

export const textIssues: IssueFamily<TextFacts> = {
  J101: {
    severity: 'error',
    en: ({ problem }) => ({
      message: `This is not valid JSON: ${describeJsonProblem(problem, 'en')}.`,
      hint: 'Comments and trailing commas are allowed; quotes, colons and closing brackets are needed.',
    }),
    ko: ({ problem }) => ({
      message: `올바른 JSON이 아닙니다: ${describeJsonProblem(problem, 'ko')}.`,
      hint: '주석과 끝 쉼표는 괜찮지만 따옴표, 콜론, 닫는 괄호는 있어야 합니다.',
    }),
  },
  J102: {
    severity: 'error',
    en: ({ limitBytes }) => ({
      message: `The journey is larger than ${limitBytes} bytes.`,
      hint: 'Move long texts into templates, or split the journey.',
    }),
    ko: ({ limitBytes }) => ({
      message: `여정이 ${limitBytes}바이트보다 큽니다.`,
      hint: '긴 문구는 템플릿으로 옮기거나 여정을 나누세요.',
    }),
  },
  J103: {
    severity: 'error',
    en: ({ limit }) => ({
      message: `Brackets are nested more than ${limit} deep.`,
      hint: 'A journey needs fewer than ten levels: look for a bracket that is never closed.',
    }),
    ko: ({ limit }) => ({
      message: `괄호가 ${limit}단계보다 깊게 겹쳤습니다.`,
      hint: '여정은 열 단계도 필요 없습니다. 닫지 않은 괄호가 있는지 보세요.',
    }),
  },
  J104: {
    severity: 'error',
    en: ({ key }) => ({
      message: `The key "${key}" is here twice.`,
      hint: 'Keep one of the two: the later one would silently win.',
    }),
    ko: ({ key }) => ({
      message: `"${key}" 키가 두 번 있습니다.`,
      hint: '하나만 남기세요. 그대로 두면 뒤의 것만 쓰입니다.',
    }),
  },
  J105: {
    severity: 'error',
    en: ({ key }) => ({ message: `The key "${key}" is not allowed.`, hint: 'Choose another name.' }),
    ko: ({ key }) => ({ message: `"${key}" 키는 쓸 수 없습니다.`, hint: '다른 이름을 쓰세요.' }),
  },
  J106: {
    severity: 'error',
    en: ({ byte }) => ({
      message: `The file is not UTF-8: byte ${byte} does not fit.`,
      hint: 'Save the file as UTF-8.',
    }),
    ko: ({ byte }) => ({
      message: `파일이 UTF-8이 아닙니다: ${byte}번째 바이트가 맞지 않습니다.`,
      hint: '파일을 UTF-8로 저장하세요.',
    }),
  },
  J107: {
    severity: 'error',
    en: ({ found }) => ({
      message: `Expected a journey, an object in braces, but found ${found}.`,
      hint: 'Start with { "id": "…", "name": "…", "entry": …, "start": "…", "nodes": … }.',
    }),
    ko: ({ found }) => ({
      message: `중괄호로 된 여정이 있어야 하는데 ${kindKo(found)}이(가) 있습니다.`,
      hint: '{ "id": "…", "name": "…", "entry": …, "start": "…", "nodes": … }로 시작하세요.',
    }),
  },
  J108: {
    severity: 'error',
    en: ({ found }) => ({
      message: `This number can't be kept exactly: it would become ${found}.`,
      hint: 'Whole numbers go up to 9007199254740991. Write an id as a text, in quotes.',
    }),
    ko: ({ found }) => ({
      message: `이 숫자는 정확히 담을 수 없어 ${found}이(가) 됩니다.`,
      hint: '정수는 9007199254740991까지입니다. id라면 따옴표로 감싼 문자열로 쓰세요.',
    }),
  },
  J109: {
    severity: 'error',
    en: () => ({
      message: "This text holds a NUL character or half a character and can't be stored.",
      hint: 'Remove \\u0000 and single \\ud800 to \\udfff.',
    }),
    ko: () => ({
      message: 'NUL 문자나 반쪽짜리 문자가 있어 저장할 수 없습니다.',
      hint: '\\u0000이나 짝이 없는 \\ud800~\\udfff를 지우세요.',
    }),
  },
};
