// Which data an expression reads, as far as its text says: `nodes.offer.outcome` is ['nodes','offer','outcome'].
// Used to find references to what does not exist. Pure.

import type { ASTNode } from '@marcbachmann/cel-js';

/** One read: a variable and the names below it that are known without data. */
export interface ExpressionRead {
  readonly path: readonly string[];
  /** UTF-16 offset and length inside the source. */
  readonly offset: number;
  readonly length: number;
}

/** The reads of the given variables, longest paths only, in no particular order. */
export function findReads(ast: ASTNode, variables: readonly string[]): readonly ExpressionRead[] {
  const reads: ExpressionRead[] = [];
  const pending: unknown[] = [ast];
  while (pending.length > 0) {
    const item = pending.pop();
    if (Array.isArray(item)) pending.push(...item);
    if (!isNode(item)) continue;
    const path = toPath(item);
    if (path === undefined) {
      pending.push(item.args);
    } else if (variables.includes(path[0] ?? '')) {
      reads.push({ path, offset: item.range.start, length: item.range.end - item.range.start });
    }
  }
  return reads;
}

/** True for nodes of the library's syntax tree. */
export function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

function toPath(node: ASTNode): string[] | undefined {
  if (node.op === 'id') return [node.args];
  if (node.op === '.' || node.op === '.?') {
    const parent = toPath(node.args[0]);
    return parent === undefined ? undefined : [...parent, node.args[1]];
  }
  if (node.op === '[]' || node.op === '[?]') {
    const parent = toPath(node.args[0]);
    const key = node.args[1];
    if (parent === undefined || key.op !== 'value' || typeof key.args !== 'string') return undefined;
    return [...parent, key.args];
  }
  return undefined;
}
