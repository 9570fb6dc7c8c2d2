// A journey's document as the schema of forms: the shape, the words and the kinds of fields are the language's own.

import { definitionSchema } from '../../journey/definition.ts';
import { type ConfigSchema, toConfigSchema } from '../../journey/describe-node-type.ts';
import { toSchema } from '../form/schema-words.ts';

export type Section = 'entry' | 'exit' | 'policy' | 'data';

let made: ConfigSchema | undefined;

/** Without what hangs on the types of its steps. */
export function journeySchema(): ConfigSchema {
  made ??= toConfigSchema(definitionSchema);
  return made;
}

/** The same object each time. */
export function sectionSchema(section: Section): ConfigSchema {
  return toSchema(journeySchema().properties?.[section]);
}
