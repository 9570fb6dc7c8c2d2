// Text of a journey to plain JSON: comments and trailing commas are accepted, duplicate and dangerous keys found.
// Never throws, whatever the input. Positions are computed only when somebody asks for one.

import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { createIssue, type Issue, type IssueAnchor, type IssuePath, type IssueRange } from './issues.ts';
import { createLocator } from './locate.ts';

export interface ParseResult {
  /** The JSON value as written; undefined where the text is broken. */
  readonly document?: unknown;
  readonly issues: readonly Issue[];
  /** The range of a place in the source; of its nearest existing parent where it is missing. */
  readonly locate: (path: IssuePath, anchor?: IssueAnchor) => IssueRange;
}

export const sourceLimitBytes = 1_048_576;
export const depthLimit = 64;

const dangerousKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** More syntax errors than this say nothing new. */
const syntaxIssueLimit = 20;
const top: IssueRange = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Parses a journey's text or UTF-8 bytes. Says nothing about the language: `check` does. */
export function parse(
  source: string | Uint8Array,
  { sizeLimitBytes: limitBytes = sourceLimitBytes }: { readonly sizeLimitBytes?: number } = {},
): ParseResult {
  const size = typeof source === 'string' ? countBytes(source, limitBytes) : source.byteLength;
  if (size > limitBytes) return refuse(createIssue('J102', { limitBytes }, { path: [], range: top }));
  const text = typeof source === 'string' ? source : decode(source);
  if (text === undefined) {
    return refuse(createIssue('J106', { byte: findBadByte(source as Uint8Array) }, { path: [], range: top }));
  }
  const locator = createLocator(text);
  const { tooDeepAt, keyCount } = scan(text);
  if (tooDeepAt !== undefined) {
    const range = locator.toRange(tooDeepAt, 1);
    return refuse(createIssue('J103', { limit: depthLimit }, { path: [], range }));
  }
  const plain = readPlain(text, keyCount);
  if (plain !== undefined) return { document: plain.document, issues: [], locate: locator.locate };
  const { document, issues } = readDocument(text, locator.toRange);
  if (issues.some(({ code }) => code === 'J101')) return { issues, locate: locator.locate };
  return { document, issues, locate: locator.locate };
}

function refuse(issue: Issue): ParseResult {
  return { issues: [issue], locate: () => top };
}

/** Exact where it is near the limit. */
function countBytes(text: string, limitBytes: number): number {
  return text.length * 3 <= limitBytes ? text.length : new TextEncoder().encode(text).length;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The longest prefix that decodes ends where the bad byte is; found by halving. */
function findBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isDecodable(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isDecodable(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** What is asked before the parser runs: it recurses. `keyCount`: how many keys are written in the text. */
interface Scan {
  /** The offset of the bracket that is nested too deep. */
  readonly tooDeepAt?: number;
  readonly keyCount: number;
}

function scan(text: string): Scan {
  const token = /"(?:[^"\\\n]|\\.)*"?(\s*:)?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[[\]{}]/g;
  let depth = 0;
  let keyCount = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[1] !== undefined) keyCount += 1;
    else if (match[0] === '{' || match[0] === '[') depth += 1;
    else if (match[0] === '}' || match[0] === ']') depth -= 1;
    if (depth > depthLimit) return { tooDeepAt: match.index, keyCount };
  }
  return { keyCount };
}

/**
 * The short way, for most files: plain JSON whose keys are all there afterwards has none of them twice. Undefined where
 * the text has to be read with care: comments, problems.
 */
function readPlain(text: string, keyCount: number): { readonly document: unknown } | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  let count = 0;
  const pending: unknown[] = [document];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null) continue;
    const keys = Object.keys(value);
    if (!Array.isArray(value)) {
      if (keys.some((key) => dangerousKeys.has(key))) return undefined;
      count += keys.length;
    }
    for (const key of keys) pending.push((value as Record<string, unknown>)[key]);
  }
  return count === keyCount ? { document } : undefined;
}

type Container = Record<string, unknown> | unknown[];
type ToRange = (offset: number, length: number) => IssueRange;

function readDocument(text: string, toRange: ToRange): { document: unknown; issues: Issue[] } {
  const issues: Issue[] = [];
  const open: { readonly container: Container; key: string }[] = [];
  let document: unknown;
  let syntaxIssues = 0;
  let lastSyntaxOffset = -1;
  const textEnd = text.trimEnd().length;

  const put = (value: unknown) => {
    const parent = open.at(-1);
    if (parent === undefined) document = value;
    else if (Array.isArray(parent.container)) parent.container.push(value);
    else if (!dangerousKeys.has(parent.key)) parent.container[parent.key] = value;
  };
  const begin = (container: Container) => {
    put(container);
    open.push({ container, key: '' });
  };
  const end = () => {
    open.pop();
  };

  visit(
    text,
    {
      onObjectBegin: () => begin({}),
      onObjectEnd: end,
      onArrayBegin: () => begin([]),
      onArrayEnd: end,
      onLiteralValue: put,
      onObjectProperty: (key, offset, length, _line, _column, pathSupplier) => {
        const parent = open.at(-1);
        if (parent === undefined || Array.isArray(parent.container)) return;
        parent.key = key;
        const code = dangerousKeys.has(key)
          ? 'J105'
          : Object.hasOwn(parent.container, key)
            ? 'J104'
            : undefined;
        if (code !== undefined) {
          issues.push(
            createIssue(code, { key }, { path: [...pathSupplier(), key], range: toRange(offset, length) }),
          );
        }
      },
      onError: (error: ParseErrorCode, offset: number, length: number) => {
        // The parser goes on where it failed: what it says next of the same place follows from the first.
        if (offset === lastSyntaxOffset) return;
        lastSyntaxOffset = offset;
        syntaxIssues += 1;
        if (syntaxIssues > syntaxIssueLimit) return;
        const problem = printParseErrorCode(error);
        // What is missing at the end of the file is missing behind its last character, where there is a line to show.
        const range = offset < textEnd ? toRange(offset, length) : toRange(textEnd, 0);
        issues.push(createIssue('J101', { problem }, { path: [], range }));
      },
    },
    { allowTrailingComma: true },
  );
  return { document, issues };
}
