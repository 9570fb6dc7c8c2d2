// The name of a journey or step in the reader's language. Pure.

import type { Name } from '../../journey/fields.ts';
import type { Language } from './use-text.ts';

export function nameOf(name: Name, language: Language): string {
  if (typeof name === 'string') return name;
  return name[language] ?? Object.values(name)[0] ?? '';
}
