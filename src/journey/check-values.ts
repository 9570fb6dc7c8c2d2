// Checks every value of a document, wherever it stands, also where nothing is known of its meaning: numbers that lost
// digits, texts that can't be stored, secrets, characters that look like others. One walk. Pure.

import { createIssue, type Issue, type IssuePath } from './issues.ts';
import { findOdd, findOddInMixedWords, isPlainAscii } from './look-alikes.ts';
import { toOddIssue } from './odd-issue.ts';
import { depthLimit } from './parse.ts';
import { findSecret, mayBeSecret } from './secrets.ts';

/** More of one journey says nothing new. */
const issueLimit = 200;

/** Issues of all keys and values of a document. */
export function checkValues(document: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  return checkValue(document, [], issues)
    ? issues
    : [createIssue('J103', { limit: depthLimit }, { path: [] })];
}

/** False where it is nested too deep. `path` is the way in hand: copied only where there is something to say. */
function checkValue(value: unknown, path: (string | number)[], issues: Issue[]): boolean {
  if (issues.length >= issueLimit) return true;
  if (typeof value === 'string') {
    if (needsLook(value, path.at(-1) ?? '')) issues.push(...checkString(value, [...path]));
  } else if (typeof value === 'number') {
    if (!isExact(value)) issues.push(createIssue('J108', { found: String(value) }, { path: [...path] }));
  } else if (typeof value === 'object' && value !== null) {
    return path.length <= depthLimit && checkMembers(value, path, issues);
  }
  return true;
}

function checkMembers(value: object, path: (string | number)[], issues: Issue[]): boolean {
  for (const key in value) {
    if (!isPlainAscii(key)) issues.push(...checkKey(key, [...path, key]));
  }
  for (const key in value) {
    path.push(Array.isArray(value) ? Number(key) : key);
    const isShallow = checkValue((value as Record<string, unknown>)[key], path, issues);
    path.pop();
    if (!isShallow) return false;
  }
  return true;
}

/** Most texts are plain and have nothing of a secret: their path is never asked for. */
function needsLook(text: string, field: string | number): boolean {
  return mayBeSecret(text, field) || !isPlainAscii(text);
}

/** Whole numbers above 2^53 are not what was written: the reader has rounded them. */
function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

function checkKey(key: string, path: IssuePath): readonly Issue[] {
  const place = { path, anchor: { at: 'key' } } as const;
  if (isUnstorable(key)) return [createIssue('J109', {}, place)];
  // Keys below `canvas` belong to the editor.
  const odd = path[0] === 'canvas' ? undefined : findOdd(key);
  return odd === undefined ? [] : [toOddIssue(odd, place)];
}

function checkString(text: string, path: IssuePath): readonly Issue[] {
  const secret = findSecret(text, path);
  const issues = secret === undefined ? [] : [createIssue('J601', { kind: secret }, { path })];
  if (isPlainAscii(text)) return issues;
  if (isUnstorable(text)) return [...issues, createIssue('J109', {}, { path })];
  const odd = isCode(path) ? findOdd(text) : isWord(text, path) ? findOddInMixedWords(text) : undefined;
  if (odd === undefined) return issues;
  return [...issues, toOddIssue(odd, { path, anchor: { span: { offset: odd.offset, length: 1 } } })];
}

const codeFields: ReadonlySet<unknown> = new Set(['id', 'start', 'type', 'next', 'event', 'as']);

/** Names that others refer to: ASCII by their form. Expressions and texts are checked where they are read. */
function isCode(path: IssuePath): boolean {
  const [top, , field] = path;
  if (top === 'nodes') return field === 'next' || field === 'type';
  return top !== 'canvas' && top !== 'name' && codeFields.has(path.at(-1));
}

/** One word of a config, such as an event name or a URL; prose has blanks, and may mix what it likes. */
function isWord(text: string, path: IssuePath): boolean {
  return path[0] !== 'canvas' && path.includes('with') && !/\s|\{[{%]/.test(text);
}

const unstorable = /\0|\p{Surrogate}/u;

/** The database holds neither NUL nor half a character. */
function isUnstorable(text: string): boolean {
  return unstorable.test(text);
}
