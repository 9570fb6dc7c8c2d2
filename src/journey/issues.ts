// Problems of a journey as data: made where they are found, with a code, a place and facts. Each family of codes
// stands in one file of `issues/` with its facts, severity and prose. Codes are durable: J1 text, J2 shape, J3 graph,
// J4 expressions and texts, J5 messages, J6 hygiene, J7 imports. Pure.

import { type CallFacts, callIssues } from './issues/calls.ts';
import { type DataFacts, dataIssues } from './issues/data.ts';
import { type ExchangeFacts, exchangeIssues } from './issues/exchange.ts';
import { type ExpressionFacts, expressionIssues } from './issues/expressions.ts';
import type { IssueFamily, IssueSeverity } from './issues/family.ts';
import { type GraphFacts, graphIssues } from './issues/graph.ts';
import { type HygieneFacts, hygieneIssues } from './issues/hygiene.ts';
import { type LiquidFacts, liquidIssues } from './issues/liquid.ts';
import { type MessageFacts, messageIssues } from './issues/messages.ts';
import { type ShapeFacts, shapeIssues } from './issues/shape.ts';
import { type TextFacts, textIssues } from './issues/text.ts';
import { type ValueFacts, valueIssues } from './issues/values.ts';
import { type WorstCaseFacts, worstCaseIssues } from './issues/worst-cases.ts';

/** What each code knows about its problem. `suggestion` is the nearest known word. */
export type IssueFacts = TextFacts &
  ShapeFacts &
  ValueFacts &
  GraphFacts &
  CallFacts &
  ExpressionFacts &
  LiquidFacts &
  DataFacts &
  MessageFacts &
  WorstCaseFacts &
  HygieneFacts &
  ExchangeFacts;

/** Every code with its severity and prose; exhaustive by its type. */
export const issueTable: IssueFamily<IssueFacts> = {
  ...textIssues,
  ...shapeIssues,
  ...valueIssues,
  ...graphIssues,
  ...callIssues,
  ...expressionIssues,
  ...liquidIssues,
  ...dataIssues,
  ...messageIssues,
  ...worstCaseIssues,
  ...hygieneIssues,
  ...exchangeIssues,
};

export type IssueCode = keyof IssueFacts;
export type IssuePath = readonly (string | number)[];

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface IssueRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where below `path` the problem is: at the key instead of the value, or in a part of the string. */
export interface IssueAnchor {
  readonly at?: 'key';
  readonly span?: { readonly offset: number; readonly length: number };
}

interface IssueOf<Code extends IssueCode> {
  readonly code: Code;
  readonly severity: IssueSeverity;
  readonly path: IssuePath;
  readonly anchor?: IssueAnchor;
  /** Set where the source text is known. */
  readonly range?: IssueRange;
  readonly facts: IssueFacts[Code];
}

/** A problem, discriminated by its code. */
export type Issue = { [Code in IssueCode]: IssueOf<Code> }[IssueCode];

/** Makes an issue; its severity follows from its code. */
export function createIssue<Code extends IssueCode>(
  code: Code,
  facts: IssueFacts[Code],
  place: { readonly path: IssuePath; readonly anchor?: IssueAnchor; readonly range?: IssueRange },
): Issue {
  return { code, severity: issueTable[code].severity, ...place, facts } as Issue;
}

/** True where nothing stands in the way of publishing. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}
