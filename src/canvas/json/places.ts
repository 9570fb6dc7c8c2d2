// From places of a text to paths of its JSON and back, by the editor's own syntax tree, which knows broken text too.

import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { IssuePath } from '../../journey/issues.ts';

type SyntaxNode = ReturnType<typeof syntaxTree>['topNode'];

/** Offsets; the end is exclusive. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

export interface PathAt {
  /** Down to the member or item that the place is in; where a key stands or would, down to the object that has it. */
  readonly path: IssuePath;
  /** The text, number or word at the place, which a completion replaces. */
  readonly token: TextSpan | undefined;
  /** A key stands here, or would. */
  readonly isKey: boolean;
}

/** A large text may be parsed for so long before what is known of it has to do. */
const parseMs = 100;
const scalars = new Set(['String', 'Number', 'True', 'False', 'Null', 'PropertyName']);
const values = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

/** Where a member or item is, with its key; undefined where it is missing. */
export function findSpan(state: EditorState, path: IssuePath): TextSpan | undefined {
  const found = find(state, path);
  return found && { from: found.from, to: found.to };
}

/** The same; the nearest thing above it where it is missing. */
export function findNearest(state: EditorState, path: IssuePath): TextSpan {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const span = findSpan(state, path.slice(0, depth));
    if (span !== undefined) return span;
  }
  return { from: 0, to: 0 };
}

/** Keys of the object there. */
export function keysAt(state: EditorState, path: IssuePath): readonly string[] {
  const node = find(state, path);
  const value = node?.name === 'Property' ? valueIn(node) : node;
  return (value?.getChildren('Property') ?? []).flatMap((property) => keyOf(state, property) ?? []);
}

/** The text that stands there, without its quotes; undefined for anything else. */
export function stringAt(state: EditorState, path: IssuePath): string | undefined {
  const node = find(state, path);
  const value = node?.name === 'Property' ? valueIn(node) : node;
  return value?.name === 'String' ? unquote(state, value) : undefined;
}

function treeOf(state: EditorState): ReturnType<typeof syntaxTree> {
  return ensureSyntaxTree(state, state.doc.length, parseMs) ?? syntaxTree(state);
}

function find(state: EditorState, path: IssuePath): SyntaxNode | undefined {
  let node = valueIn(treeOf(state).topNode);
  for (const step of path) {
    const value: SyntaxNode | undefined = node?.name === 'Property' ? valueIn(node) : node;
    node = value && childOf(state, value, step);
  }
  return node;
}

export function pathAt(state: EditorState, at: number): PathAt {
  const inner = treeOf(state).resolveInner(at, -1);
  const around = inner.name === '⚠' && inner.parent !== null ? inner.parent : inner;
  const token = scalars.has(around.name) ? { from: around.from, to: around.to } : openText(state, at);
  const isKey = around.name === 'PropertyName' || isKeyPlace(state, around, token?.from ?? at);
  const path = pathOf(state, around, at);
  return { path: around.name === 'PropertyName' ? path.slice(0, -1) : path, token, isKey };
}

/** A text whose second quote is still to come. */
function openText(state: EditorState, at: number): TextSpan | undefined {
  const { from, text } = state.doc.lineAt(at);
  const [open] = /"[^"\s:]*$/.exec(text.slice(0, at - from)) ?? [];
  return open === undefined || /^"[^"]*"$/.test(open) ? undefined : { from: at - open.length, to: at };
}

/** In an object, not behind a colon. */
function isKeyPlace(state: EditorState, { name, from }: SyntaxNode, at: number): boolean {
  return name === 'Object' && /[{,]\s*$/.test(state.sliceDoc(Math.max(from, at - 200), at));
}

function pathOf(state: EditorState, inner: SyntaxNode, at: number): IssuePath {
  const path: (string | number)[] = [];
  for (let node: SyntaxNode | null = inner; node !== null; node = node.parent) {
    if (node.name === 'Property') path.unshift(keyOf(state, node) ?? '');
    else if (node.name === 'Array' && at > node.from) path.unshift(itemsBefore(node, at));
  }
  return path;
}

function childOf(state: EditorState, node: SyntaxNode, step: string | number): SyntaxNode | undefined {
  if (node.name === 'Array') return childrenOf(node).filter(({ name }) => values.has(name))[Number(step)];
  return node.getChildren('Property').find((child) => keyOf(state, child) === String(step));
}

function keyOf(state: EditorState, property: SyntaxNode): string | undefined {
  const name = property.getChild('PropertyName');
  if (name === null) return undefined;
  return unquote(state, name);
}

function unquote(state: EditorState, { from, to }: TextSpan): string {
  const text = state.sliceDoc(from, to);
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

function valueIn(node: SyntaxNode): SyntaxNode | undefined {
  return childrenOf(node).find(({ name }) => values.has(name));
}

function itemsBefore(list: SyntaxNode, at: number): number {
  return childrenOf(list).filter(({ name, to }) => values.has(name) && to < at).length;
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
