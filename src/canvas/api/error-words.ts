// What went wrong between the page and the server, in the reader's words: what it is, and what to do next. Pure.

import { ProblemError, UnreachableError } from '../../client/client-errors.ts';
import type { LocalizedText } from '../../journey/catalogue.ts';

export interface ErrorWords {
  readonly text: LocalizedText;
  readonly hint: LocalizedText;
}

/** A problem comes in the reader's language already. */
export function toErrorWords(error: unknown): ErrorWords {
  if (error instanceof ProblemError) {
    const { detail, hint } = error.problem;
    return { text: { en: detail, ko: detail }, hint: { en: hint, ko: hint } };
  }
  if (error instanceof UnreachableError) return unreachable;
  const told = error instanceof Error ? error.message : String(error);
  return { text: { en: `${defect.en} ${told}`, ko: `${defect.ko} ${told}` }, hint: reload };
}

const unreachable: ErrorWords = {
  text: { en: 'The server does not answer.', ko: '서버가 응답하지 않습니다.' },
  hint: {
    en: 'See whether Jornada is running, then try again.',
    ko: 'Jornada가 실행 중인지 확인한 뒤 다시 시도하세요.',
  },
};

const defect = { en: 'A defect of the page:', ko: '페이지의 결함입니다:' };
const reload = {
  en: 'Load the page anew; what you have written is kept.',
  ko: '페이지를 새로 고치세요. 작성한 내용은 보관되어 있습니다.',
};
