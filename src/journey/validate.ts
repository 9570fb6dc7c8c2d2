// From text to a chart that may run, or the issues with their lines and columns. What CLI, API and canvas call.
// Pure; never throws, whatever the input.

import type { Chart } from '../machine/chart.ts';
import type { Catalogue } from './catalogue.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import type { Definition } from './definition.ts';
import { hashDefinition } from './hash.ts';
import { hasErrors, type Issue } from './issues.ts';
import { type ParseResult, parse } from './parse.ts';
import type { Surroundings } from './surroundings.ts';

export interface Validation {
  /** Set where the document has the shape of a definition, also when other errors remain. */
  readonly definition?: Definition;
  /** Chart and hash are set where there are no errors; warnings don't matter. */
  readonly chart?: Chart;
  readonly hash?: string;
  readonly issues: readonly Issue[];
}

/** Parses, checks and compiles a journey's text or UTF-8 bytes; issues come in the order of the text. */
export function validateJourney(
  source: string | Uint8Array,
  catalogue: Catalogue,
  surroundings: Surroundings = {},
): Validation {
  const parsed = parse(source);
  if (!('document' in parsed)) return { issues: parsed.issues };
  const { issues: found, ...rest } = validateDocument(parsed.document, catalogue, surroundings);
  const issues = [...parsed.issues, ...found.map((issue) => withRange(issue, parsed.locate))].sort(byPlace);
  if (!hasErrors(issues)) return { ...rest, issues };
  return rest.definition === undefined ? { issues } : { definition: rest.definition, issues };
}

/** Checks and compiles a journey that is plain JSON already: its issues have paths, but no lines. */
export function validateDocument(
  document: unknown,
  catalogue: Catalogue,
  surroundings: Surroundings = {},
): Validation {
  const { definition, issues } = check(document, catalogue, surroundings);
  if (definition === undefined) return { issues };
  if (hasErrors(issues)) return { definition, issues };
  return {
    definition,
    chart: compile(definition, catalogue, surroundings),
    hash: hashDefinition(definition),
    issues,
  };
}

function withRange(issue: Issue, locate: ParseResult['locate']): Issue {
  return issue.range === undefined ? { ...issue, range: locate(issue.path, issue.anchor) } : issue;
}

function byPlace(a: Issue, b: Issue): number {
  return (a.range?.line ?? 0) - (b.range?.line ?? 0) || (a.range?.column ?? 0) - (b.range?.column ?? 0);
}
