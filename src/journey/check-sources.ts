// Checks the small languages inside a journey: CEL expressions and Liquid texts, and what they refer to. Pure.

import type { ExpressionSite, TextSite } from './catalogue.ts';
import type { ExpressionProblem } from './expression.ts';
import { expressionVariables, parseExpression } from './expression.ts';
import { createIssue, type Issue, type IssuePath } from './issues.ts';
import { parseText, type TextProblem } from './liquid.ts';
import { sourceLimit } from './liquid-engine.ts';
import { suggest } from './suggestion.ts';

/** Where a source stands and what it may see there. */
export interface SourceContext {
  /** Path of the object that the site's path starts from. */
  readonly base: IssuePath;
  /** Ids of the journey's nodes, for `nodes.<id>`. */
  readonly nodes: ReadonlySet<string>;
  /** Variables that exist at this place; all of the language where absent. */
  readonly variables?: readonly string[];
}

/** What an expression has to give: `bool` for a condition, `string` for a key, anything for a value. */
export type ExpectedType = 'bool' | 'string' | 'any';

/** Issues of one expression: syntax, names, types as far as they are known without data. */
export function checkExpression(
  site: ExpressionSite,
  expected: ExpectedType,
  context: SourceContext,
): readonly Issue[] {
  const path = [...context.base, ...site.path];
  const check = parseExpression(site.source);
  if (!check.ok) return [toExpressionIssue(check.problem, path)];
  const issues = check.reads.flatMap((read): Issue[] => {
    const [variable = '', node] = read.path;
    const anchor = { span: { offset: read.offset, length: read.length } };
    if (context.variables !== undefined && !context.variables.includes(variable)) {
      return [createIssue('J406', { name: variable }, { path, anchor })];
    }
    return variable === 'nodes' ? checkNodeReference(node, { path, anchor }, context.nodes) : [];
  });
  if (expected !== 'any' && check.type !== expected && check.type !== 'dyn') {
    issues.push(createIssue('J403', { expected, found: check.type }, { path }));
  }
  return issues;
}

/** Issues of one text: syntax, tags, filters and variables. */
export function checkText(site: TextSite, context: SourceContext): readonly Issue[] {
  const path = [...context.base, ...site.path];
  const check = parseText(site.source);
  if (!check.ok) return [toTextIssue(check.problem, path)];
  return check.variables.flatMap(({ segments }): Issue[] => {
    const [variable = '', node] = segments.map(String);
    if (!isVariable(variable)) {
      return [createIssue('J414', { name: variable, ...suggest(variable, expressionVariables) }, { path })];
    }
    return variable === 'nodes' ? checkNodeReference(node, { path }, context.nodes) : [];
  });
}

function checkNodeReference(
  node: string | undefined,
  place: Parameters<typeof createIssue>[2],
  nodes: ReadonlySet<string>,
): Issue[] {
  if (node === undefined || nodes.has(node)) return [];
  return [createIssue('J407', { node, ...suggest(node, nodes) }, place)];
}

function isVariable(name: string): boolean {
  return (expressionVariables as readonly string[]).includes(name);
}

function toExpressionIssue(problem: ExpressionProblem, path: IssuePath): Issue {
  const place = { path, anchor: { span: { offset: problem.offset, length: problem.length } } };
  switch (problem.kind) {
    case 'syntax':
      return createIssue('J401', { detail: problem.detail }, place);
    case 'unknown-variable':
      return createIssue(
        'J402',
        { name: problem.detail, ...suggest(problem.detail, expressionVariables) },
        place,
      );
    case 'banned-function':
      return createIssue('J404', { name: problem.detail }, place);
    case 'type':
      return createIssue('J405', { detail: problem.detail }, place);
  }
}

function toTextIssue(problem: TextProblem, path: IssuePath): Issue {
  const place = { path, anchor: { span: { offset: problem.offset, length: problem.length } } };
  switch (problem.kind) {
    case 'syntax':
      return createIssue('J411', { detail: problem.detail }, place);
    case 'unknown-tag':
      return createIssue('J412', { name: problem.detail }, place);
    case 'unknown-filter':
      return createIssue('J413', { name: problem.detail }, place);
    case 'too-long':
      return createIssue('J415', { limit: sourceLimit }, { path });
  }
}
