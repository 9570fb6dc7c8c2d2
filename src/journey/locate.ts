// From a path in a journey to lines and columns of its text. Built lazily: a journey without problems never pays
// for positions. Pure.

import { type Node, parseTree } from 'jsonc-parser';
import type { IssueAnchor, IssuePath, IssueRange } from './issues.ts';

export interface Locator {
  readonly locate: (path: IssuePath, anchor?: IssueAnchor) => IssueRange;
  readonly toRange: (offset: number, length: number) => IssueRange;
}

/** A locator for one text; the tree and the line starts are made at the first question. */
export function createLocator(text: string): Locator {
  let find: FindNode | undefined;
  let root: Node | undefined;
  let lineStarts: readonly number[] | undefined;

  const toPlace = (offset: number) => {
    lineStarts ??= findLineStarts(text);
    const line = findLine(lineStarts, offset);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
  };
  const toRange = (offset: number, length: number): IssueRange => {
    const start = toPlace(offset);
    const end = toPlace(offset + length);
    return { ...start, endLine: end.line, endColumn: end.column };
  };
  const locate = (path: IssuePath, anchor?: IssueAnchor): IssueRange => {
    root ??= parseTree(text, [], { allowTrailingComma: true });
    if (root === undefined) return toRange(0, 0);
    find ??= createFinder(root);
    const { offset, length } = findPlace(text, { root, find }, { path, ...(anchor && { anchor }) });
    return toRange(offset, length);
  };
  return { locate, toRange };
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

type FindNode = (path: IssuePath) => Node | undefined;

interface Tree {
  readonly root: Node;
  readonly find: FindNode;
}

/** Members by name are kept, so that an object of very many is not searched from its start for each of them. */
function createFinder(root: Node): FindNode {
  const members = new WeakMap<Node, ReadonlyMap<unknown, Node>>();
  const membersOf = (object: Node): ReadonlyMap<unknown, Node> => {
    const known = members.get(object) ?? toMembers(object);
    members.set(object, known);
    return known;
  };
  return (path) => {
    let node: Node | undefined = root;
    for (const segment of path) {
      if (node === undefined) return undefined;
      if (typeof segment === 'number') node = node.type === 'array' ? node.children?.[segment] : undefined;
      else node = node.type === 'object' ? membersOf(node).get(segment) : undefined;
    }
    return node;
  };
}

/** Of two with one name the first. */
function toMembers({ children = [] }: Node): ReadonlyMap<unknown, Node> {
  const members = new Map<unknown, Node>();
  for (const { children: [key, value] = [] } of children) {
    if (key !== undefined && value !== undefined && !members.has(key.value)) members.set(key.value, value);
  }
  return members;
}

function findPlace(
  text: string,
  { root, find }: Tree,
  wanted: { path: IssuePath; anchor?: IssueAnchor },
): Place {
  const node = find(wanted.path);
  if (node === undefined) return findParentPlace({ root, find }, wanted.path);
  const key = keyOf(node);
  if (wanted.anchor?.at === 'key' && key !== undefined) return key;
  const span = wanted.anchor?.span;
  if (span !== undefined && node.type === 'string') return findInString(text, node, span);
  return isContainer(node) ? (key ?? { offset: node.offset, length: 1 }) : node;
}

/** For something that is missing: the key of the nearest thing that is there. */
function findParentPlace({ root, find }: Tree, path: IssuePath): Place {
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const node = find(path.slice(0, depth));
    if (node !== undefined) return keyOf(node) ?? { offset: node.offset, length: 1 };
  }
  return { offset: root.offset, length: 1 };
}

function keyOf(node: Node): Node | undefined {
  return node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
}

function isContainer(node: Node): boolean {
  return node.type === 'object' || node.type === 'array';
}

/** Part of a string's value to the text between its quotes, where an escape takes two or six characters. */
function findInString(text: string, node: Node, span: Place): Place {
  const start = skipCharacters(text, node.offset + 1, span.offset);
  const end = skipCharacters(text, start, span.length);
  const last = node.offset + node.length - 1;
  return { offset: Math.min(start, last), length: Math.max(1, Math.min(end, last) - Math.min(start, last)) };
}

function skipCharacters(text: string, from: number, count: number): number {
  let offset = from;
  for (let left = count; left > 0; left -= 1) {
    if (text[offset] !== '\\') offset += 1;
    else offset += text[offset + 1] === 'u' ? 6 : 2;
  }
  return offset;
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function findLine(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
