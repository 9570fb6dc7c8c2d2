// Problems of a journey as data: made where they are found, with a code, a place and facts; the prose stands in
// `issue-catalogue.ts`. Codes are durable: J1 text, J2 shape, J3 graph, J4 expressions and texts. Pure.

/** Names of text forms of the language, for "expected a …". A node type's refinement may name one as its error. */
export const formNames = [
  'node-id',
  'journey-id',
  'event-name',
  'outcome',
  'duration',
  'clock-time',
  'url',
  'other',
] as const;
export type FormName = (typeof formNames)[number];

/** What each code knows about its problem. `suggestion` is the nearest known word. */
export interface IssueFacts {
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
  J208: { readonly detail: string };
  J209: { readonly found: string };
  /** Too many nodes. */
  J210: { readonly count: number; readonly limit: number };
  /** Unknown node type. */
  J301: { readonly type: string; readonly suggestion?: string };
  J302: { readonly start: string; readonly suggestion?: string };
  /** Edge to nowhere. */
  J303: { readonly target: string; readonly suggestion?: string };
  J304: { readonly node: string };
  /** Edge for an outcome that the type does not declare. */
  J305: { readonly outcome: string; readonly type: string; readonly suggestion?: string };
  /** Outcomes without an edge. */
  J306: { readonly node: string; readonly outcomes: readonly string[] };
  J307: { readonly nodes: readonly string[] };
  J308: { readonly node: string; readonly type: string };
  J309: { readonly type: string; readonly version: number; readonly current: number };
  /** Expression syntax. */
  J401: { readonly detail: string };
  J402: { readonly name: string; readonly suggestion?: string };
  J403: { readonly expected: string; readonly found: string };
  J404: { readonly name: string };
  J405: { readonly detail: string };
  /** A variable that does not exist at this place. */
  J406: { readonly name: string };
  J407: { readonly node: string; readonly suggestion?: string };
  /** Text syntax. */
  J411: { readonly detail: string };
  J412: { readonly name: string };
  J413: { readonly name: string };
  J414: { readonly name: string; readonly suggestion?: string };
  J415: { readonly limit: number };
}

export type IssueCode = keyof IssueFacts;
export type IssueSeverity = 'error' | 'warning';
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

const warnings: ReadonlySet<IssueCode> = new Set<IssueCode>(['J306']);

/** Makes an issue; its severity follows from its code. */
export function createIssue<Code extends IssueCode>(
  code: Code,
  facts: IssueFacts[Code],
  place: { readonly path: IssuePath; readonly anchor?: IssueAnchor; readonly range?: IssueRange },
): Issue {
  const severity: IssueSeverity = warnings.has(code) ? 'warning' : 'error';
  return { code, severity, ...place, facts } as Issue;
}

/** True where nothing stands in the way of publishing. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}
