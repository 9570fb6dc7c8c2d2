// Values that need no more than a line: they share it with what else belongs to them. Pure.

import type { ConfigSchema } from '../../journey/describe-node-type.ts';
import { controlOf } from './schema-fields.ts';

const short: ReadonlySet<string> = new Set(['', 'word', 'field', 'keyword', 'topic', 'event']);

export function isWord(schema: ConfigSchema): boolean {
  const control = controlOf(schema);
  return control.kind === 'choice' || (control.kind === 'text' && short.has(control.as));
}
