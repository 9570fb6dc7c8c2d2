// What of a journey is shown as text: the whole, or one step. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import { toCheckIssue } from '../../journey/check-issue.ts';
import { toShapeIssues } from '../../journey/check-shape.ts';
import { nodeSchema } from '../../journey/definition.ts';
import type { Issue, IssuePath, IssueRange } from '../../journey/issues.ts';
import { createLocator } from '../../journey/locate.ts';
import { parse } from '../../journey/parse.ts';
import { safeParse } from '../../journey/safe-parse.ts';
import { changeStep } from '../model/commands/change-step.ts';
import { type Journey, type Step, stepOf } from '../model/journey.ts';
import { fromText, toText } from '../model/json-text.ts';
import { share } from '../model/share.ts';

/** Something wrong with a text; those of the checker have a code. */
export interface TextProblem {
  readonly code?: string;
  readonly severity: 'error' | 'warning';
  readonly path: IssuePath;
  readonly range: IssueRange | null;
  readonly text: LocalizedText;
  readonly hint: LocalizedText;
}

export type Reading<Value> =
  | { readonly value: Value; readonly problems?: undefined }
  | { readonly problems: readonly TextProblem[]; readonly value?: undefined };

export interface Part<Value extends object> {
  /** Of the part in the journey's document. */
  readonly path: IssuePath;
  /** Undefined where the journey has no such part any more. */
  readonly valueIn: (journey: Journey) => Value | undefined;
  readonly put: (journey: Journey, value: Value) => Journey;
  readonly layOut: (value: Value) => string;
  /** @param before what is the same in the text stays the same object */
  readonly read: (text: string, before: Value) => Reading<Value>;
}

export const wholeJourney: Part<Journey> = {
  path: [],
  valueIn: (journey) => journey,
  put: (_journey, value) => value,
  layOut: toText,
  read(text, before) {
    const { journey: value, issues } = fromText(text, before);
    if (value === undefined) return { problems: issues };
    return value.id === before.id ? { value } : { problems: [renamed(text, before.id)] };
  },
};

export function oneStep(id: string): Part<Step> {
  return {
    path: ['nodes', id],
    valueIn: (journey) => stepOf(journey, id),
    put: (journey, value) => changeStep(id, () => value)(journey),
    layOut: (step) => JSON.stringify(step, undefined, 2),
    read: readStep,
  };
}

function readStep(text: string, before: Step): Reading<Step> {
  const { document, issues, locate } = parse(text);
  const refuse = (found: readonly Issue[]): Reading<Step> => ({
    problems: found.map((issue) => toCheckIssue({ range: locate(issue.path, issue.anchor), ...issue })),
  });
  if (issues.length > 0) return refuse(issues);
  const read = safeParse(nodeSchema, document);
  if (read.success) return { value: share(before, read.data) };
  return refuse(toShapeIssues(read.error.issues, { schema: nodeSchema, value: document, path: [] }));
}

/** Drafts, versions and runs hang on the id. */
function renamed(text: string, id: string): TextProblem {
  const path = ['id'];
  return {
    severity: 'error',
    path,
    range: createLocator(text).locate(path),
    text: { en: 'The id of a journey stays.', ko: '여정의 id는 바꿀 수 없습니다.' },
    hint: {
      en: `Write "${id}" again. A copy under another id is made on the first page.`,
      ko: `"${id}"로 되돌리세요. 다른 id의 사본은 첫 화면에서 만듭니다.`,
    },
  };
}
