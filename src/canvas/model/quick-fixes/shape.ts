// Quick fixes for fields and values (J2xx). Pure.

import { setJourney } from '../commands/set.ts';
import { renameKey, valueAt } from '../set-in.ts';
import type { Fixers, QuickFix } from './fixers.ts';
import { write } from './titles.ts';

export const shapeFixes: Fixers = {
  J201({ field, suggestion }, { path, journey }) {
    const remove: QuickFix = {
      title: { en: `Remove “${field}”`, ko: `"${field}" 지우기` },
      command: setJourney(path, undefined),
    };
    const parent = path.slice(0, -1);
    const around = valueAt(journey, parent);
    if (suggestion === undefined || hasMember(around, suggestion)) return [remove];
    const renamed = renameKey(around, String(path.at(-1)), suggestion);
    return [{ title: write(suggestion), command: setJourney(parent, renamed) }, remove];
  },
  J205: ({ suggestion, allowed }, { path }) => {
    const words = suggestion !== undefined ? [suggestion] : allowed.length <= 4 ? allowed : [];
    return words.map((word) => ({ title: write(word), command: setJourney(path, word) }));
  },
};

function hasMember(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
