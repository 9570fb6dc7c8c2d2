// Drafts kept on this computer until the server has them: one for each journey and tab, so that two tabs don't write over
// each other. What is stored is read as if anybody had written it.

import { z } from 'zod';
import { beginSaving, isDirty, type Saving } from './saving.ts';

const copySchema = z.object({
  text: z.string(),
  standing: z.object({
    revision: z.number().optional(),
    text: z.string(),
    baseVersion: z.number().nullable(),
  }),
  unanswered: z.array(z.string()),
  at: z.iso.datetime(),
});

export interface LocalCopy {
  readonly saving: Saving;
  /** Of the tab that has kept it. */
  readonly tab: string;
  /** When it was written, ISO 8601. */
  readonly at: string;
}

export type CopyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What belongs on this computer: what the server may not have. @returns false where the browser has no room for it */
export function keepCopy(
  storage: CopyStorage,
  place: { readonly journey: string; readonly tab: string },
  { saving, at }: { readonly saving: Saving; readonly at: string },
): boolean {
  const { text, standing, unanswered, conflict } = saving;
  try {
    if (!isDirty(saving) && conflict === undefined) storage.removeItem(keyOf(place));
    else storage.setItem(keyOf(place), JSON.stringify({ text, standing, unanswered, at }));
    return true;
  } catch {
    return false;
  }
}

export function dropCopy(
  storage: CopyStorage,
  place: { readonly journey: string; readonly tab: string },
): void {
  storage.removeItem(keyOf(place));
}

/** Those of a journey, the newest first. */
export function findCopies(storage: CopyStorage, journey: string): readonly LocalCopy[] {
  const begin = keyOf({ journey, tab: '' });
  return Array.from({ length: storage.length }, (_, index) => storage.key(index))
    .filter((key) => key?.startsWith(begin) === true)
    .flatMap((key) => readCopy(storage.getItem(key ?? ''), key?.slice(begin.length) ?? ''))
    .sort((a, b) => b.at.localeCompare(a.at));
}

function readCopy(stored: string | null, tab: string): readonly LocalCopy[] {
  const read = copySchema.safeParse(toJson(stored ?? ''));
  if (!read.success) return [];
  const { text, standing, unanswered, at } = read.data;
  const saving = beginSaving({ ...standing, revision: standing.revision }, { text, unanswered });
  return [{ saving, tab, at }];
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function keyOf({ journey, tab }: { readonly journey: string; readonly tab: string }): string {
  return `jornada.draft.${journey}.${tab}`;
}
