// The journey that a published version is: as its author wrote it, else as it was stored.

import { readStoredDefinition } from '../../journey/read-definition.ts';
import type { Journey } from '../model/journey.ts';
import { fromText } from '../model/json-text.ts';

export function journeyOf({
  source,
  definition,
}: {
  readonly source: string;
  readonly definition: unknown;
}): Journey {
  return fromText(source).journey ?? readStoredDefinition(definition);
}
