// What a text has to be to be kept as a draft: JSON with the id of its address. All else that may be wrong with a journey
// is the author's business until it is published.

import { nameSchema } from '../journey/fields.ts';
import { parse } from '../journey/parse.ts';
import { toStorableText } from '../store/storable-json.ts';
import { AppError, aboutIssues } from './app-error.ts';

export interface DraftText {
  /** Without what the database refuses. */
  readonly source: string;
  /** Null where there is none, or none of the right form. */
  readonly name: unknown;
}

/** @throws AppError DRAFT_TEXT (no JSON, or too large), DRAFT_ID */
export function readDraftText(given: string, id: string): DraftText {
  const source = toStorableText(given);
  const parsed = parse(source);
  if (!('document' in parsed)) throw new AppError('DRAFT_TEXT', aboutIssues(parsed.issues));
  const found = membersOf(parsed.document);
  if (found.id !== id) {
    const { line, column } = parsed.locate(['id']);
    throw new AppError('DRAFT_ID', { facts: { expected: id, line, column } });
  }
  return { source, name: nameSchema.safeParse(found.name).data ?? null };
}

function membersOf(document: unknown): { readonly id?: unknown; readonly name?: unknown } {
  return typeof document === 'object' && document !== null ? document : {};
}
