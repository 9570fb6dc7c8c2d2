// From text to a chart that may run, or the issues with their lines and columns. What CLI, API and canvas call.
// Pure; never throws, whatever the input.

import type { Chart } from '../machine/chart.ts';
import type { Catalogue } from './catalogue.ts';
import { type CheckOptions, check, nodeLimit } from './check.ts';
import { compile } from './compile.ts';
import type { Definition } from './definition.ts';
import { hashDefinition } from './hash.ts';
import { hasErrors, type Issue } from './issues.ts';
import { type ParseResult, parse, sourceLimitBytes } from './parse.ts';
import type { Analysis } from './proofs/worst-case.ts';
import type { ResolvedNodes } from './resolved-node.ts';
import type { Surroundings } from './surroundings.ts';
import { elideVersions } from './upgrade.ts';

export interface Validation {
  /** Set where the document has the shape of a definition, also when other errors remain. */
  readonly definition?: Definition;
  /**
   * Chart and hash are set where there are no errors; warnings don't matter. A journey that awaits others has no chart
   * where no other journeys are given.
   */
  readonly chart?: Chart;
  readonly hash?: string;
  /** The worst that the journey can do to one person; set where all its nodes can be read. */
  readonly analysis?: Analysis;
  readonly issues: readonly Issue[];
}

/** Parses, checks and compiles a journey's text or UTF-8 bytes; issues come in the order of the text. */
export function validateJourney(
  source: string | Uint8Array,
  catalogue: Catalogue,
  against: Surroundings & CheckOptions = {},
): Validation {
  const parsed = parse(source, { sizeLimitBytes: sizeLimitFor(against) });
  if (!('document' in parsed)) return { issues: parsed.issues };
  const { issues: found, ...rest } = validateDocument(parsed.document, catalogue, against);
  const issues = [...parsed.issues, ...found.map((issue) => withRange(issue, parsed.locate))].sort(byPlace);
  if (!hasErrors(issues)) return { ...rest, issues };
  const { chart: _chart, hash: _hash, ...described } = rest;
  return { ...described, issues };
}

/** Checks and compiles a journey that is plain JSON already: its issues have paths, but no lines. */
export function validateDocument(
  document: unknown,
  catalogue: Catalogue,
  against: Surroundings & CheckOptions = {},
): Validation {
  const checked = check(document, catalogue, against);
  const { definition, resolved = new Map(), issues, analysis } = checked;
  if (definition === undefined) return { issues };
  const described = { definition, issues, ...(analysis && { analysis }) };
  if (hasErrors(issues)) return described;
  const hash = hashDefinition(elideVersions(definition, catalogue));
  if (against.journeys === undefined && awaitsOthers(resolved)) return { ...described, hash };
  return { ...described, hash, chart: compile(definition, catalogue, { ...against, resolved }) };
}

function awaitsOthers(resolved: ResolvedNodes): boolean {
  return [...resolved.values()].some(({ type, config }) => type.inlines?.(config) !== undefined);
}

/** Who lifts the limit on nodes lifts that on bytes with it. */
function sizeLimitFor({ nodeLimit: limit = nodeLimit }: CheckOptions): number {
  return Math.ceil(sourceLimitBytes * Math.max(1, limit / nodeLimit));
}

function withRange(issue: Issue, locate: ParseResult['locate']): Issue {
  return issue.range === undefined ? { ...issue, range: locate(issue.path, issue.anchor) } : issue;
}

function byPlace(a: Issue, b: Issue): number {
  return (a.range?.line ?? 0) - (b.range?.line ?? 0) || (a.range?.column ?? 0) - (b.range?.column ?? 0);
}
