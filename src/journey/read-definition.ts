// Definitions from elsewhere than the checker: files beside a journey, and what was published. Brought to the current
// language first. Pure; never throws.

import { type Definition, definitionSchema } from './definition.ts';
import { isKnownLanguage, type JsonDocument, upgradeDocument } from './upgrade.ts';

/** The definition that a document is, or undefined where it has not the shape of one. Says nothing about its nodes. */
export function findDefinition(document: unknown): Definition | undefined {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return undefined;
  if (!isKnownLanguage(document as JsonDocument)) return undefined;
  const parsed = definitionSchema.safeParse(upgradeDocument(document as JsonDocument));
  return parsed.success ? parsed.data : undefined;
}

/** A stored definition in the current language. Only what the checker accepted is ever stored: it is not parsed again. */
export function readStoredDefinition(stored: unknown): Definition {
  return upgradeDocument(stored as JsonDocument) as Definition;
}
