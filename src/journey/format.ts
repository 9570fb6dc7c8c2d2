// The canonical layout of a journey's text: fields in the order of the language, two spaces, what fits on one line on
// one line. Keeps every comment, the author's order of nodes and edges, and the meaning. Pure; a fixed point of itself.

import {
  type Comment,
  readCommentTree,
  type TreeContainer,
  type TreeEntry,
  type TreeValue,
} from './comment-tree.ts';
import { displayWidth } from './display-width.ts';
import type { Issue } from './issues.ts';
import { fieldOrderAt } from './key-order.ts';
import { parse } from './parse.ts';

/** Columns of a line; longer texts stay whole. */
const lineWidth = 110;

export type Formatting =
  | { readonly ok: true; readonly text: string }
  /** It is no JSON, or has keys twice: laid out anew it could mean something else. */
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Lays a journey's text or UTF-8 bytes out. Never throws. */
export function formatJourney(source: string | Uint8Array): Formatting {
  const { issues } = parse(source);
  if (issues.length > 0) return { ok: false, issues };
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  const document = readCommentTree(text);
  return { ok: true, text: `${linesOf(document, { path: [], depth: 0 }).join('\n')}\n` };
}

interface Place {
  /** Keys and indices down from the document. */
  readonly path: readonly string[];
  readonly depth: number;
}

/** The entries of a container and its comments, a line each. */
function linesOf(container: TreeContainer, { path, depth }: Place): readonly string[] {
  const isDocument = depth === 0;
  const entries =
    container.kind === 'object' ? inOrder(container.entries, fieldOrderAt(path)) : container.entries;
  const lines: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const step = entry.key?.name ?? String(index);
    const comma = isDocument || index === entries.length - 1 ? '' : ',';
    const place = { path: isDocument ? [] : [...path, step], depth };
    addComments(lines, entry.lead, depth);
    if (entry.blankAbove && lines.length > 0) lines.push('');
    const trail = entry.trail.map((comment) => ` ${reindent(comment, depth)}`).join('');
    lines.push(`${printEntry(entry, place, comma)}${trail}`);
  }
  addComments(lines, container.end, depth);
  return lines;
}

function addComments(lines: string[], comments: readonly Comment[], depth: number): void {
  for (const { text, blankAbove } of comments) {
    if (blankAbove && lines.length > 0) lines.push('');
    lines.push(indent(depth) + reindent(text, depth));
  }
}

function printEntry({ key, value }: TreeEntry, place: Place, comma: string): string {
  const start = indent(place.depth) + (key === undefined ? '' : `${key.raw}: `);
  const room = lineWidth - displayWidth(start) - comma.length;
  const flat = isAlwaysTall(place.path, value) ? undefined : toOneLine(value, room, place.path);
  if (flat !== undefined) return start + flat + comma;
  const { kind, ...container } = value as TreeContainer;
  const [first, last] = kind === 'object' ? ['{', '}'] : ['[', ']'];
  const inside = linesOf({ kind, ...container }, { path: place.path, depth: place.depth + 1 });
  return [start + first, ...inside, indent(place.depth) + last + comma].join('\n');
}

/** The journey itself and its nodes are lists to be read downwards, however short. */
function isAlwaysTall(path: readonly string[], value: TreeValue): boolean {
  const isList = path.length === 0 || (path.length === 1 && path[0] === 'nodes');
  return isList && value.kind === 'object' && value.entries.length > 0;
}

/** A container without comments that fits, a scalar always; otherwise undefined. */
function toOneLine(value: TreeValue, room: number, path: readonly string[]): string | undefined {
  if (value.kind === 'scalar') return value.raw;
  if (value.end.length > 0) return undefined;
  const isObject = value.kind === 'object';
  const parts: string[] = [];
  let width = 0;
  for (const entry of isObject ? inOrder(value.entries, fieldOrderAt(path)) : value.entries) {
    if (entry.lead.length + entry.trail.length > 0) return undefined;
    const inside = toOneLine(entry.value, room, [...path, entry.key?.name ?? '*']);
    if (inside === undefined) return undefined;
    const part = entry.key === undefined ? inside : `${entry.key.raw}: ${inside}`;
    width += displayWidth(part) + 2;
    if (width + 2 > room) return undefined;
    parts.push(part);
  }
  const list = parts.join(', ');
  return isObject ? (list === '' ? '{}' : `{ ${list} }`) : `[${list}]`;
}

/** Known fields first, in their order; the others as the author wrote them. */
function inOrder(entries: readonly TreeEntry[], order: readonly string[]): readonly TreeEntry[] {
  if (order.length === 0) return entries;
  const rank = ({ key }: TreeEntry) => {
    const found = order.indexOf(key?.name ?? '');
    return found < 0 ? order.length : found;
  };
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

/** Lines that begin with a star follow the comment's own indent; others stay where the author put them. */
function reindent(comment: string, depth: number): string {
  const [first = '', ...rest] = comment.split('\n');
  if (!rest.every((line) => line.trimStart().startsWith('*'))) return comment;
  return [first, ...rest.map((line) => `${indent(depth)} ${line.trimStart()}`)].join('\n');
}

function indent(depth: number): string {
  return '  '.repeat(depth);
}
