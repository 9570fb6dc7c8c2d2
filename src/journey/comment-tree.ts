// JSON with comments as a tree that loses nothing a person wrote: raw literals, comments where they stand, blank lines.
// What formatting works on. Pure; its text has been parsed without issues before.

import { visit } from 'jsonc-parser';

export interface Comment {
  readonly text: string;
  /** An empty line stands above it. */
  readonly blankAbove: boolean;
}

export interface TreeEntry {
  /** Comments above it. */
  readonly lead: readonly Comment[];
  /** Of an object's member: as written, with its quotes, and what it means. */
  readonly key?: { readonly raw: string; readonly name: string };
  readonly value: TreeValue;
  /** Comments behind it on its line. */
  readonly trail: readonly string[];
  readonly blankAbove: boolean;
}

export interface TreeContainer {
  readonly kind: 'object' | 'array';
  readonly entries: readonly TreeEntry[];
  /** Comments behind the last entry, on lines of their own. */
  readonly end: readonly Comment[];
}

export type TreeValue = { readonly kind: 'scalar'; readonly raw: string } | TreeContainer;

/** The same while it is read; `end` holds the comments that wait for the entry below them. */
interface OpenEntry {
  readonly lead: Comment[];
  key?: { raw: string; name: string };
  value: TreeValue;
  readonly trail: string[];
  readonly blankAbove: boolean;
}

interface OpenContainer {
  readonly kind: 'object' | 'array';
  readonly entries: OpenEntry[];
  readonly end: Comment[];
}

/** Stands for a member's value until it is read. */
const unread: TreeValue = { kind: 'scalar', raw: '' };
/** Behind such a comment nothing else of the same container stands on the line. */
const endsLine = /^[ \t]*,?[ \t]*(?:\r?\n|\r|[}\]]|\/[/*]|$)/;

/** The document as a container with one entry: comments above and below it are that container's. */
export function readCommentTree(text: string): TreeContainer {
  const document: OpenContainer = { kind: 'array', entries: [], end: [] };
  const open = [document];
  /** Where the last token or comment ended. */
  let read = 0;

  const top = () => open.at(-1) ?? document;
  const linesTo = (offset: number) => countLineBreaks(text.slice(read, offset));
  const begin = (offset: number): OpenEntry => {
    const { entries, end } = top();
    const entry = { lead: end.splice(0), value: unread, trail: [], blankAbove: linesTo(offset) > 1 };
    entries.push(entry);
    return entry;
  };
  const put = (value: TreeValue, offset: number) => {
    const last = top().entries.at(-1);
    const entry = last?.value === unread ? last : begin(offset);
    entry.lead.push(...top().end.splice(0));
    entry.value = value;
  };
  const enter = (kind: OpenContainer['kind']) => (offset: number, length: number) => {
    const container: OpenContainer = { kind, entries: [], end: [] };
    put(container, offset);
    open.push(container);
    read = offset + length;
  };
  const leave = (offset: number, length: number) => {
    open.pop();
    read = offset + length;
  };

  visit(
    text,
    {
      onObjectBegin: enter('object'),
      onArrayBegin: enter('array'),
      onObjectEnd: leave,
      onArrayEnd: leave,
      onObjectProperty: (name, offset, length) => {
        begin(offset).key = { raw: text.slice(offset, offset + length), name };
        read = offset + length;
      },
      onLiteralValue: (_value, offset, length) => {
        put({ kind: 'scalar', raw: text.slice(offset, offset + length) }, offset);
        read = offset + length;
      },
      onSeparator: (_character, offset, length) => {
        read = offset + length;
      },
      onComment: (offset, length) => {
        const { entries, end } = top();
        const last = entries.at(-1);
        const isBehind = end.length === 0 && linesTo(offset) === 0 && isFree(last);
        const comment = toUnixLines(text.slice(offset, offset + length));
        if (isBehind && endsLine.test(text.slice(offset + length))) last?.trail.push(comment);
        else end.push({ text: comment, blankAbove: linesTo(offset) > 1 });
        read = offset + length;
      },
    },
    { allowTrailingComma: true },
  );
  return document;
}

/** True where another comment may stand behind it on its line. */
function isFree(entry: OpenEntry | undefined): boolean {
  return entry !== undefined && entry.value !== unread && entry.trail.at(-1)?.startsWith('//') !== true;
}

function toUnixLines(comment: string): string {
  return comment.replace(/[ \t]*(?:\r\n?|\n)/g, '\n').trimEnd();
}

function countLineBreaks(space: string): number {
  return space.match(/\r\n?|\n/g)?.length ?? 0;
}
