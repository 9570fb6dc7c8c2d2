// Zod's findings about a definition or a node's config as issues of the language. One place knows zod's issue
// codes; everything else knows ours. Pure.

import { z } from 'zod';
import {
  clockTimePattern,
  durationPattern,
  eventNamePattern,
  journeyIdPattern,
  nodeIdPattern,
  outcomePattern,
} from './fields.ts';
import { type FormName, formNames } from './issues/forms.ts';
import { createIssue, type Issue, type IssuePath } from './issues.ts';
import { findAlternatives, findKnownFields } from './known-fields.ts';
import { toDetail } from './refusal.ts';
import { suggest } from './suggestion.ts';
import { listTimeZones } from './time-zone.ts';

/** What was checked: the schema, the value, and where the value stands in the document. */
export interface Shape {
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
  readonly path: IssuePath;
}

type Finding = z.core.$ZodIssue;
type Place = Parameters<typeof createIssue>[2];

/** Outcome words without segments, as node types let authors choose them. */
const wordPattern = /^[a-z][a-zA-Z0-9_-]*$/;

const forms: ReadonlyMap<string, FormName> = new Map([
  [String(nodeIdPattern), 'node-id'],
  [String(journeyIdPattern), 'journey-id'],
  [String(eventNamePattern), 'event-name'],
  [String(outcomePattern), 'outcome'],
  [String(durationPattern), 'duration'],
  [String(clockTimePattern), 'clock-time'],
  [String(wordPattern), 'outcome'],
]);

/** Issues for the findings of `schema.safeParse(value)`. */
export function toShapeIssues(findings: readonly Finding[], shape: Shape): readonly Issue[] {
  const issues = findings.flatMap((finding) => toIssues(finding, shape, []));
  return dropExplained(issues);
}

function toIssues(finding: Finding, shape: Shape, prefix: IssuePath): readonly Issue[] {
  const below = [...prefix, ...finding.path.map(toStep)];
  const path = [...shape.path, ...below];
  const found = valueAt(shape.value, below);
  switch (finding.code) {
    case 'unrecognized_keys': {
      const known = findKnownFields(shape.schema, below);
      if (finding.keys.some((field) => known.includes(field))) return toOtherAlternative(shape, below);
      return finding.keys.map((field) =>
        createIssue(
          'J201',
          { field, ...suggest(field, known) },
          { path: [...path, field], anchor: { at: 'key' } },
        ),
      );
    }
    case 'invalid_type':
      if (found === undefined) return [createIssue('J202', { field: String(path.at(-1)) }, { path })];
      return [createIssue('J203', { expected: toKind(finding.expected), found: kindOf(found) }, { path })];
    case 'invalid_format':
      if (isNegativeDuration(finding, found))
        return [createIssue('J218', { found: toSample(found) }, { path })];
      return [createIssue('J204', { ...toForm(finding), found: toSample(found) }, { path })];
    case 'invalid_value': {
      if (found === undefined) return [createIssue('J202', { field: String(path.at(-1)) }, { path })];
      const allowed = finding.values.map(String);
      const facts = { allowed, found: toSample(found), ...suggest(String(found), allowed) };
      return [createIssue('J205', facts, { path })];
    }
    case 'too_small':
    case 'too_big': {
      const bound = finding.code === 'too_small' ? 'min' : 'max';
      const limit = Number(finding.code === 'too_small' ? finding.minimum : finding.maximum);
      return [createIssue('J206', { bound, limit, of: finding.origin }, { path })];
    }
    case 'invalid_key':
      return [toKeyIssue(finding.issues[0], path)];
    case 'invalid_union':
      return toUnionIssues(finding, shape, below);
    default:
      return [toCustomIssue(finding, found, { path })];
  }
}

/** The complaints of the one alternative that the author meant, as far as the kind of value tells. */
function toUnionIssues(
  finding: Finding & { code: 'invalid_union' },
  shape: Shape,
  below: IssuePath,
): readonly Issue[] {
  const path = [...shape.path, ...below];
  const found = valueAt(shape.value, below);
  if (found === undefined) return [createIssue('J202', { field: String(path.at(-1)) }, { path })];
  const meant = findMeant(finding.errors, (errors) => errors);
  if (meant === undefined) return [createIssue('J209', { found: toSample(found) }, { path })];
  return meant.flatMap((error) => toIssues(error, shape, below));
}

/** Zod speaks of the one alternative that fits but for its fields: where those are another's, that one is meant. */
function toOtherAlternative(shape: Shape, below: IssuePath): readonly Issue[] {
  const value = valueAt(shape.value, below);
  const tried = findAlternatives(shape.schema, below).map((schema) => ({
    schema,
    findings: z.core.safeParse(schema, value).error?.issues ?? [],
  }));
  const meant = findMeant(tried, ({ findings }) => findings);
  if (meant === undefined) return [];
  const of = { schema: meant.schema, value, path: [...shape.path, ...below] };
  return meant.findings.flatMap((finding) => toIssues(finding, of, []));
}

function findMeant<Alternative>(
  alternatives: readonly Alternative[],
  findingsOf: (alternative: Alternative) => readonly Finding[],
): Alternative | undefined {
  return alternatives
    .filter((alternative) => !findingsOf(alternative).some(isWrongKind))
    .toSorted((left, right) => {
      const [a, b] = [findingsOf(left), findingsOf(right)];
      return countForeign(a) - countForeign(b) || a.length - b.length;
    })[0];
}

function isWrongKind(finding: Finding): boolean {
  return finding.path.length === 0 && (finding.code === 'invalid_type' || finding.code === 'invalid_value');
}

/** Fields that the alternative does not have: the one with the fewest is meant, whatever else is wrong in it. */
function countForeign(findings: readonly Finding[]): number {
  return findings.reduce(
    (count, finding) =>
      finding.code === 'unrecognized_keys' && finding.path.length === 0 ? count + finding.keys.length : count,
    0,
  );
}

/** A missing field next to an unknown one of nearly its name is one slip, not two. */
function dropExplained(issues: readonly Issue[]): readonly Issue[] {
  const meant = new Set(
    issues.flatMap((issue) =>
      issue.code === 'J201' && issue.facts.suggestion !== undefined
        ? [JSON.stringify([...issue.path.slice(0, -1), issue.facts.suggestion])]
        : [],
    ),
  );
  return issues.filter((issue) => issue.code !== 'J202' || !meant.has(JSON.stringify(issue.path)));
}

function toStep(key: PropertyKey): string | number {
  return typeof key === 'number' ? key : String(key);
}

function valueAt(value: unknown, path: IssuePath): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}

type Form = { readonly form: FormName; readonly pattern?: string };

function toForm(finding: Finding | undefined): Form {
  if (finding?.code !== 'invalid_format') return { form: 'other' };
  if (finding.format === 'url') return { form: 'url' };
  if (finding.format === 'datetime') return { form: 'instant' };
  const pattern = finding.pattern ?? '';
  const form = forms.get(pattern);
  if (form !== undefined) return { form };
  return pattern === '' ? { form: 'other' } : { form: 'other', pattern };
}

function toKeyIssue(finding: Finding | undefined, path: IssuePath): Issue {
  const found = String(path.at(-1));
  const place: Place = { path, anchor: { at: 'key' } };
  if (finding?.code === 'custom') return toCustomIssue(finding, found, place);
  return createIssue('J204', { ...toForm(finding), found }, place);
}

/** A refinement may name a form of the language, or one of the rules that have a code of their own, as its error. */
function toCustomIssue(finding: Finding, value: unknown, place: Place): Issue {
  const found = toSample(value);
  switch (finding.message) {
    case 'duplicate':
      return createIssue('J216', { found }, place);
    case 'weights':
      return createIssue('J217', { found }, place);
    case 'time-zone':
      return createIssue('J212', { found, ...suggest(String(value), listTimeZones()) }, place);
    case 'calendar-date':
      return createIssue('J215', { found }, place);
  }
  const form = formNames.find((name) => name === finding.message);
  if (form === undefined) return createIssue('J208', { detail: toDetail(finding) }, place);
  if (form === 'duration' && isNegative(value)) return createIssue('J218', { found }, place);
  return createIssue('J204', { form, found }, place);
}

function isNegativeDuration(finding: Finding, found: unknown): boolean {
  return toForm(finding).form === 'duration' && isNegative(found);
}

/** `-5m`, `-P1D`, `P-1D`. */
function isNegative(found: unknown): boolean {
  return typeof found === 'string' && /^(?:-|P.*-)/.test(found);
}

function toKind(expected: string): string {
  if (expected === 'record' || expected === 'map') return 'object';
  return expected === 'int' ? 'integer' : expected;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Enough of a value to recognise it, never all of a long text. */
function toSample(value: unknown): string {
  if (typeof value === 'object') return kindOf(value);
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
