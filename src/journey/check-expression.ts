// Checks one CEL expression: syntax, names, the kinds of what it reads and gives. Pure.

import type { ExpressionSite } from './catalogue.ts';
import { type ExpressionCheck, type ExpressionProblem, expressionVariables } from './expression.ts';
import type { ExpressionRead } from './expression-reads.ts';
import { createIssue, type Issue, type IssuePath } from './issues.ts';
import { blankQuoted, findOdd, findOddInMixedWords, isPlainAscii } from './look-alikes.ts';
import { toOddIssue } from './odd-issue.ts';
import { secretsVariable } from './secret-names.ts';
import type { SourceContext } from './source-context.ts';
import { suggest } from './suggestion.ts';

/** What an expression has to give: `bool` for a condition, `string` for a key, anything for a value. */
export type ExpectedType = 'bool' | 'string' | 'any';

type Place = Parameters<typeof createIssue>[2];

/** Issues of one expression, whose path is that in the document: syntax, names, types as far as they are known without data. */
export function checkExpression(
  site: ExpressionSite,
  expected: ExpectedType,
  context: SourceContext,
): readonly Issue[] {
  const { path } = site;
  const odd = isPlainAscii(site.source)
    ? undefined
    : (findOdd(blankQuoted(site.source)) ?? findOddInMixedWords(site.source));
  if (odd !== undefined) return [toOddIssue(odd, place(path, { offset: odd.offset, length: 1 }))];
  const check = context.parse(site.source);
  if (!check.ok) return [toIssue(check.problem, { path, source: site.source }, context)];
  const tested = new Set(check.reads.filter(({ isTest }) => isTest).map(toName));
  const issues = [
    ...check.reads.flatMap((read) => checkRead(read, place(path, read), context)),
    ...check.reads.flatMap((read) =>
      site.mayMiss === true || tested.has(toName(read)) ? [] : checkMissing(read, place(path, read), context),
    ),
    ...checkComparisons(check, path, context),
  ];
  if (expected !== 'any' && check.type !== expected && check.type !== 'dyn') {
    issues.push(createIssue('J403', { expected, found: check.type }, { path }));
  }
  return issues;
}

function place(path: IssuePath, { offset, length }: { offset: number; length: number }): Place {
  return { path, anchor: { span: { offset, length } } };
}

function toName({ path }: ExpressionRead): string {
  return path.join('.');
}

function checkRead({ path }: ExpressionRead, at: Place, context: SourceContext): readonly Issue[] {
  const [variable = '', name, field] = path;
  if (context.variables !== undefined && !context.variables.includes(variable)) {
    return [createIssue('J406', { name: variable }, at)];
  }
  if (variable === 'nodes') return checkNodeRead(name, field, { at, nodes: context.nodes });
  const fields = context.fields[variable];
  if (fields === undefined || name === undefined || fields.has(name)) return [];
  return [createIssue('J421', { name: `${variable}.${name}`, ...suggest(name, fields.keys()) }, at)];
}

/** Issues of reading `nodes.<id>.<field>`. */
export function checkNodeRead(
  node: string | undefined,
  field: string | undefined,
  { at, nodes }: { readonly at: Place; readonly nodes: ReadonlySet<string> },
): readonly Issue[] {
  if (node === undefined) return [];
  if (!nodes.has(node)) return [createIssue('J407', { node, ...suggest(node, nodes) }, at)];
  if (field === undefined || field === 'outcome') return [];
  return [createIssue('J421', { name: `nodes.${node}.${field}`, suggestion: 'outcome' }, at)];
}

function checkMissing(read: ExpressionRead, at: Place, context: SourceContext): readonly Issue[] {
  const [variable = '', name = ''] = read.path;
  const isMissable = context.fields[variable]?.get(name)?.isOptional === true;
  return isMissable ? [createIssue('J422', { name: `${variable}.${name}` }, at)] : [];
}

function checkComparisons(
  check: ExpressionCheck & { readonly ok: true },
  path: IssuePath,
  context: SourceContext,
): readonly Issue[] {
  return check.comparisons.flatMap(({ path: [variable, node = '', field], texts }) => {
    if (variable !== 'nodes' || field !== 'outcome') return [];
    const outcomes = context.outcomesOf(node)?.all ?? [];
    if (outcomes.length === 0) return [];
    return texts
      .filter(({ text }) => !outcomes.includes(text))
      .map(({ text: word, ...span }) =>
        createIssue('J423', { node, word, outcomes, ...suggest(word, outcomes) }, place(path, span)),
      );
  });
}

function toIssue(
  problem: ExpressionProblem,
  { path, source }: { readonly path: IssuePath; readonly source: string },
  context: SourceContext,
): Issue {
  const at = place(path, problem);
  const name = problem.detail;
  switch (problem.kind) {
    case 'syntax':
      return createIssue('J401', { detail: name }, at);
    case 'unknown-variable':
      if (name === secretsVariable) return createIssue('J416', {}, at);
      return createIssue('J402', { name, ...suggest(name, expressionVariables) }, at);
    case 'unknown-field': {
      const variable = /(\w+)\s*(?:\.\??|\[\??\s*['"]?)$/.exec(source.slice(0, problem.offset))?.[1] ?? '';
      return createIssue('J421', { name, ...suggest(name, context.fields[variable]?.keys() ?? []) }, at);
    }
    case 'banned-function':
      return createIssue('J404', { name }, at);
    case 'type':
      return createIssue('J405', { detail: name }, at);
  }
}
