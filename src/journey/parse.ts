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
  const plain = readPlain(text);
  if (plain !== undefined) return { document: plain.document, issues: [], locate: locator.locate };
  const tooDeepAt = findTooDeep(text);
  if (tooDeepAt !== undefined) {
    const range = locator.toRange(tooDeepAt, 1);
    return refuse(createIssue('J103', { limit: depthLimit }, { path: [], range }));
  }
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

/** The offset of the bracket that is nested too deep; asked before the careful reader runs, which recurses. */
function findTooDeep(text: string): number | undefined {
  const token = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[[\]{}]/g;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '{' || match[0] === '[') depth += 1;
    else if (match[0] === '}' || match[0] === ']') depth -= 1;
    if (depth > depthLimit) return match.index;
  }
  return undefined;
}

/**
 * The short way, for most files: plain JSON whose keys are all there afterwards has none of them twice. Undefined where
 * the text has to be read with care: comments, problems.
 */
function readPlain(text: string): { readonly document: unknown } | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  return countKeys(document, depthLimit) === countWrittenKeys(text) ? { document } : undefined;
}

/** The keys of a value and all below it; NaN where one is dangerous, or something is nested too deep. */
function countKeys(value: unknown, depthLeft: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depthLeft === 0) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countKeys(item, depthLeft - 1);
    return count;
  }
  for (const key in value) {
    if (dangerousKeys.has(key)) return Number.NaN;
    count += 1 + countKeys((value as Record<string, unknown>)[key], depthLeft - 1);
  }
  return count;
}

const quote = 0x22;
const blank = 0x20;

/**
 * Colons of JSON that come after a quote. Never fewer than there are keys; more where a text looks like it, which is
 * then read with care.
 */
function countWrittenKeys(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(':'); colon > 0; colon = text.indexOf(':', colon + 1)) {
    let before = colon - 1;
    while (text.charCodeAt(before) <= blank) before -= 1;
    if (text.charCodeAt(before) === quote) count += 1;
  }
  return count;
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
