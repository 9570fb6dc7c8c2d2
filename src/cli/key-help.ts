// The line of help below a menu (arrows, Enter) comes from the library of prompts, in English alone: elsewhere it is left
// out, since arrows and Enter are what everybody tries.

import type { Language } from '../journey/issue-prose.ts';

export function hasKeyHelp(language: Language): boolean {
  return language === 'en';
}
