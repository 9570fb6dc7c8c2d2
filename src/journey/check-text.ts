// Checks one Liquid text: syntax, tags, filters, and whether what it reads is there. Pure.

import type { TextSite } from './catalogue.ts';
import { checkNodeRead } from './check-expression.ts';
import { expressionVariables } from './expression.ts';
import { createIssue, type Issue, type IssuePath } from './issues.ts';
import { personFields } from './known-data.ts';
import { parseText, type TextProblem, type TextVariable } from './liquid.ts';
import { sourceLimit } from './liquid-engine.ts';
import { blankOutsideTags, findOdd, isPlainAscii } from './look-alikes.ts';
import { toOddIssue } from './odd-issue.ts';
import { secretNamePattern, secretsVariable } from './secret-names.ts';
import type { SourceContext } from './source-context.ts';
import { suggest } from './suggestion.ts';

/** Issues of one text, whose path is that in the document: syntax, tags, filters and variables. */
export function checkText(site: TextSite, context: SourceContext): readonly Issue[] {
  const { path } = site;
  if (!site.source.includes('{'))
    return site.source.length > sourceLimit ? [createIssue('J415', { limit: sourceLimit }, { path })] : [];
  const odd = isPlainAscii(site.source) ? undefined : findOdd(blankOutsideTags(site.source));
  if (odd !== undefined) {
    return [toOddIssue(odd, { path, anchor: { span: { offset: odd.offset, length: 1 } } })];
  }
  const check = parseText(site.source);
  if (!check.ok) return [toIssue(check.problem, path)];
  return check.variables.flatMap((variable) =>
    variable.segments[0] === secretsVariable
      ? checkSecret(variable, path, context)
      : checkVariable(variable, path, context),
  );
}

function checkSecret({ segments }: TextVariable, path: IssuePath, context: SourceContext): readonly Issue[] {
  if (context.readsSecrets !== true) return [createIssue('J416', {}, { path })];
  const name = segments.slice(1).join('.');
  return secretNamePattern.test(name) ? [] : [createIssue('J417', { name }, { path })];
}

function checkVariable(variable: TextVariable, path: IssuePath, context: SourceContext): readonly Issue[] {
  const [root = '', name, field] = variable.segments.map(String);
  const at = { path };
  if (!isVariable(root)) {
    return [createIssue('J414', { name: root, ...suggest(root, expressionVariables) }, at)];
  }
  if (root === 'nodes') return checkNodeRead(name, field, { at, nodes: context.nodes });
  if (name === undefined || root === 'now') return [];
  const fields = context.fields[root];
  if (fields !== undefined && !fields.has(name)) {
    return [createIssue('J421', { name: `${root}.${name}`, ...suggest(name, fields.keys()) }, at)];
  }
  if (variable.isSafe) return [];
  // Of events without declared fields nothing is known, and whoever sends one sends what the text needs.
  const fact = fields?.get(name) ?? (root === 'person' ? (personFields.get(name) ?? unknown) : undefined);
  return fact?.isOptional === true ? [createIssue('J425', { name: `${root}.${name}` }, at)] : [];
}

const unknown = { kind: 'string', isOptional: true };

function isVariable(name: string): boolean {
  return (expressionVariables as readonly string[]).includes(name);
}

function toIssue(problem: TextProblem, path: IssuePath): Issue {
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
