// A journey as text and back. What is no journey stays text: the one on the canvas is not touched. Pure.

import { type CheckIssue, toCheckIssue } from '../../journey/check-issue.ts';
import { toShapeIssues } from '../../journey/check-shape.ts';
import { definitionSchema } from '../../journey/definition.ts';
import { formatJourney } from '../../journey/format.ts';
import { createIssue, type Issue } from '../../journey/issues.ts';
import { parse } from '../../journey/parse.ts';
import { safeParse } from '../../journey/safe-parse.ts';
import { isKnownLanguage, languageVersions, upgradeDocument } from '../../journey/upgrade.ts';
import type { Journey } from './journey.ts';
import { share } from './share.ts';

export type TextReading =
  | { readonly journey: Journey; readonly issues?: undefined }
  /** Why it is no journey, with lines and columns. */
  | { readonly issues: readonly CheckIssue[]; readonly journey?: undefined };

/** Laid out as `jornada format` does. */
export function toText(journey: Journey): string {
  const plain = JSON.stringify(journey);
  const formatted = formatJourney(plain);
  return formatted.ok ? formatted.text : plain;
}

/**
 * Reads what an author has written. Comments are not kept: the canvas has no place for them. Never throws.
 *
 * @param before the journey on the canvas: what is the same stays the same object
 */
export function fromText(text: string, before?: Journey): TextReading {
  const { document, issues, locate } = parse(text);
  const refuse = (found: readonly Issue[]): TextReading => ({
    issues: found.map((issue) => toCheckIssue({ range: locate(issue.path, issue.anchor), ...issue })),
  });
  if (issues.length > 0) return refuse(issues);
  if (!isRecord(document)) {
    const shape = definitionSchema.safeParse(document);
    return refuse(
      toShapeIssues(shape.error?.issues ?? [], { schema: definitionSchema, value: document, path: [] }),
    );
  }
  if (!isKnownLanguage(document)) {
    const facts = { found: String(document['language']), supported: languageVersions };
    return refuse([createIssue('J207', facts, { path: ['language'] })]);
  }
  const upgraded = upgradeDocument(document);
  const read = safeParse(definitionSchema, upgraded);
  if (read.success) return { journey: share(before, read.data) };
  return refuse(toShapeIssues(read.error.issues, { schema: definitionSchema, value: upgraded, path: [] }));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
