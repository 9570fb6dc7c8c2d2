// RFC 9457 problem documents: an `AppError` in words, with the places of all that is wrong. Pure.

import { en, ko } from 'zod/locales';
import { describeIssue } from '../journey/issue-catalogue.ts';
import type { Problem, ProblemItem } from './answers/problem.ts';
import type { AppError, ErrorItem, InputIssue } from './app-error.ts';
import type { Language } from './problem-text.ts';
import { personProblemTexts, problemTexts } from './problem-texts.ts';

export const problemMediaType = 'application/problem+json';

const zodWords = { en: en().localeError, ko: ko().localeError };

/** The problem as it is answered. */
export function toProblem(error: AppError, language: Language): Problem {
  const { status, title, hint } = problemTexts[error.code];
  const errors = error.items.map((item) => toProblemItem(item, language));
  const first = errors.find(({ severity }) => severity === 'error');
  return {
    type: `urn:jornada:problem:${error.code.toLowerCase().replaceAll('_', '-')}`,
    title: title[language],
    status: error.status ?? status,
    code: error.code,
    detail: first === undefined ? title[language] : first.detail,
    hint: hint[language],
    ...(errors.length === 0 ? {} : { errors }),
    ...error.facts,
  };
}

/** An issue or input problem in words; also used for warnings beside a success. */
export function toProblemItem(item: ErrorItem, language: Language): ProblemItem {
  if (item.kind === 'input') return describeInput(item.input, language);
  const { issue } = item;
  const { message, hint } = describeIssue(issue, language);
  return {
    code: issue.code,
    severity: issue.severity,
    path: toPointer(issue.path),
    ...issue.range,
    detail: message,
    hint,
  };
}

/** The first of the caller's languages that we have; English otherwise. */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((left, right) => right.quality - left.quality);
  const chosen = ranked.find(({ language }) => language === 'ko' || language === 'en');
  return chosen?.language === 'ko' ? 'ko' : 'en';
}

function describeInput(input: InputIssue, language: Language): ProblemItem {
  const params = input['params'] as { readonly code?: string } | undefined;
  const code = params?.code ?? `INPUT_${input.code.toUpperCase()}`;
  const own = personProblemTexts[code as keyof typeof personProblemTexts];
  return {
    code,
    severity: 'error',
    path: toPointer(input.path),
    detail: own?.[language] ?? inZodWords(input, language),
  };
}

function inZodWords(input: InputIssue, language: Language): string {
  // Zod's own type of a raw issue is a union over its codes; ours has kept all of its members.
  const words = zodWords[language](input as unknown as Parameters<(typeof zodWords)['en']>[0]);
  return (typeof words === 'string' ? words : words?.message) ?? input.message;
}

function toPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
