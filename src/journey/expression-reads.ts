// Which data an expression reads, as far as its text says: `nodes.offer.outcome` is ['nodes','offer','outcome'].
// Used to find references to what does not exist. Pure.

import type { ASTNode } from '@marcbachmann/cel-js';

/** One read: a variable and the names below it that are known without data. */
export interface ExpressionRead {
  readonly path: readonly string[];
  /** UTF-16 offset and length inside the source. */
  readonly offset: number;
  readonly length: number;
  /** It does not matter here whether it is there: inside `has(…)`, or read by `.?`. */
  readonly isTest?: true;
}

/** A read that is compared with texts: `nodes.offer.outcome == "delivered"`, or `in` a list. */
export interface ExpressionComparison {
  readonly path: readonly string[];
  readonly texts: readonly { readonly text: string; readonly offset: number; readonly length: number }[];
}

/** The reads of the given variables, longest paths only, in no particular order. */
export function findReads(ast: ASTNode, variables: readonly string[]): readonly ExpressionRead[] {
  const reads: ExpressionRead[] = [];
  const pending: { readonly item: unknown; readonly inTest: boolean }[] = [{ item: ast, inTest: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { item, inTest } = next;
    if (Array.isArray(item)) for (const part of item) pending.push({ item: part, inTest });
    if (!isNode(item)) continue;
    const path = toPath(item);
    if (path === undefined) {
      pending.push({ item: item.args, inTest: inTest || (item.op === 'call' && item.args[0] === 'has') });
    } else if (variables.includes(path[0] ?? '')) {
      const place = { offset: item.range.start, length: item.range.end - item.range.start };
      reads.push({ path, ...place, ...((inTest || isOptional(item)) && { isTest: true }) });
    }
  }
  return reads;
}

/** The comparisons of reads with texts that stand in the source. */
export function findComparisons(ast: ASTNode): readonly ExpressionComparison[] {
  const comparisons: ExpressionComparison[] = [];
  const pending: unknown[] = [ast];
  while (pending.length > 0) {
    const item = pending.pop();
    if (Array.isArray(item)) pending.push(...item);
    if (!isNode(item)) continue;
    pending.push(item.args);
    if (item.op !== '==' && item.op !== '!=' && item.op !== 'in') continue;
    for (const [read, other] of [item.args, [...item.args].reverse()] as const) {
      const path = read === undefined ? undefined : toPath(read);
      const texts = toTexts(other);
      if (path !== undefined && path.length > 1 && texts.length > 0) comparisons.push({ path, texts });
    }
  }
  return comparisons;
}

function toTexts(node: ASTNode | undefined): ExpressionComparison['texts'] {
  if (node?.op === 'list') return node.args.flatMap(toTexts);
  if (node?.op !== 'value' || typeof node.args !== 'string') return [];
  return [{ text: node.args, offset: node.range.start, length: node.range.end - node.range.start }];
}

function isOptional(node: ASTNode): boolean {
  if (node.op === '.?' || node.op === '[?]') return true;
  return (node.op === '.' || node.op === '[]') && isOptional(node.args[0]);
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
