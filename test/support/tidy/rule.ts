// A house rule: looks at one file and says what breaks it, where, and what to do instead. Each carries examples, so
// that a test can prove that it catches what it forbids and lets the rest pass.

import ts from 'typescript';
import type { ProjectFile } from './project-file.ts';

export interface Example {
  readonly path?: string;
  readonly text: string;
}

export interface Rule {
  /** A sentence; the name of its test. */
  readonly says: string;
  readonly instead: string;
  readonly applies: (file: ProjectFile) => boolean;
  readonly find: (file: ProjectFile) => Iterable<Finding>;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}

export interface Finding {
  /** From 1. */
  readonly line: number;
  readonly what: string;
}

export const isCode = (file: ProjectFile): boolean => file.tree !== undefined;
export const isTest = (file: ProjectFile): boolean => file.path.startsWith('test/');
export const isGenerated = (file: ProjectFile): boolean => /\.generated\.[a-z]+$/.test(file.path);
/** Code that we wrote. */
export const isOurCode = (file: ProjectFile): boolean => isCode(file) && !isGenerated(file);
/** Code that runs in production. */
export const isProduct = (file: ProjectFile): boolean =>
  isOurCode(file) && /^(workflows|activities|src)\//.test(file.path);
/** Replayed by Temporal. */
export const isSandbox = (file: ProjectFile): boolean =>
  isOurCode(file) && /^(workflows|src\/machine)\//.test(file.path);

/** Every node of the tree, outermost first. */
export function* nodesOf(file: ProjectFile): Generator<ts.Node> {
  const stack: ts.Node[] = file.tree === undefined ? [] : [file.tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => {
      children.push(child);
    });
    stack.push(...children.reverse());
  }
}

/** A finding at a node, naming its first line of source. */
export function at(file: ProjectFile, node: ts.Node, what?: string): Finding {
  const start = node.getStart(file.tree);
  const source = node.getText(file.tree).split('\n')[0] ?? '';
  return { line: lineAt(file.text, start), what: what ?? source.slice(0, 80) };
}

/** All places where a pattern stands in the text; the pattern needs the flag `g`. */
export function* matches(file: ProjectFile, pattern: RegExp): Generator<Finding> {
  for (const match of file.text.matchAll(pattern)) {
    yield { line: lineAt(file.text, match.index), what: match[0].trim() };
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
