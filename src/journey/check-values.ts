// Checks every value of a document, wherever it stands, also where nothing is known of its meaning: numbers that lost
// digits, texts that can't be stored, secrets, characters that look like others. One walk, without recursion. Pure.

import { createIssue, type Issue, type IssuePath } from './issues.ts';
import { findOdd, findOddInMixedWords, isPlainAscii } from './look-alikes.ts';
import { toOddIssue } from './odd-issue.ts';
import { depthLimit } from './parse.ts';
import { findSecret } from './secrets.ts';

interface Place {
  readonly value: unknown;
  readonly path: IssuePath;
}

/** More of one journey says nothing new. */
const issueLimit = 200;

/** Issues of all keys and values of a document. */
export function checkValues(document: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  const pending: Place[] = [{ value: document, path: [] }];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const { value, path } = place;
    if (issues.length >= issueLimit) break;
    if (typeof value === 'string') issues.push(...checkString(value, path));
    else if (typeof value === 'number') issues.push(...checkNumber(value, path));
    else if (typeof value === 'object' && value !== null) {
      if (path.length > depthLimit) return [createIssue('J103', { limit: depthLimit }, { path: [] })];
      pushMembers(value, path, { pending, issues });
    }
  }
  return issues;
}

function pushMembers(value: object, path: IssuePath, into: { pending: Place[]; issues: Issue[] }): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      into.pending.push({ value: item, path: [...path, index] });
    });
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    const below = [...path, key];
    into.issues.push(...checkKey(key, below));
    into.pending.push({ value: member, path: below });
  }
}

/** Whole numbers above 2^53 are not what was written: the reader has rounded them. */
function checkNumber(value: number, path: IssuePath): readonly Issue[] {
  const isExact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return isExact ? [] : [createIssue('J108', { found: String(value) }, { path })];
}

function checkKey(key: string, path: IssuePath): readonly Issue[] {
  const place = { path, anchor: { at: 'key' } } as const;
  if (isPlainAscii(key)) return [];
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
