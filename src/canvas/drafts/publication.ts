// Publishing what is on the canvas: saved first, then published as exactly that text.

import { StaleDraftError } from '../../client/client-errors.ts';
import { client } from '../api/client.ts';
import { readPublished, useChanges } from './changes.ts';
import { saveNow, tellDraft } from './draft.ts';
import { publishSeen } from './publish-seen.ts';
import type { Saving } from './saving.ts';

export type Publication =
  /** `isNew`: another version than the one that was the newest to the author. */
  | { readonly version: number; readonly isNew: boolean }
  /** It could not be saved, so it was not published. */
  | { readonly unsaved: Saving };

/**
 * @throws ProblemError JOURNEY_INVALID, JOURNEY_WARNINGS and others, UnreachableError. A draft that has been changed by
 * somebody else is a conflict: `unsaved` tells.
 */
export async function publish(
  id: string,
  fields: { readonly note: string; readonly acceptWarnings: boolean },
): Promise<Publication | undefined> {
  const saved = await saveNow();
  if (saved === undefined) return undefined;
  if (saved.conflict !== undefined || saved.trouble !== undefined) return { unsaved: saved };
  const before = useChanges.getState().published?.version;
  try {
    const revision = saved.standing.revision ?? (await saveFirst(id, saved));
    const { text } = saved.standing;
    const { version, ...moved } = await publishSeen({ revision, text }, (seen) =>
      client.publishDraft(id, { revision: seen, ...fields }),
    );
    tellDraft({ type: 'published', revision: moved.revision, version });
    // The version stands; what it is compared with from now on can be read later too.
    await readPublished(id).catch(() => {});
    return { version, isNew: moved.created || version !== before };
  } catch (error) {
    if (!(error instanceof StaleDraftError)) throw error;
    tellDraft({ type: 'stale', number: 0, current: error.current });
    return { unsaved: { ...saved, conflict: error.current } };
  }
}

/** A version that nobody has changed yet has no draft: publishing it again needs one. */
async function saveFirst(id: string, { text, standing: { baseVersion } }: Saving): Promise<number> {
  const draft = await client.saveDraft(id, { source: text, baseVersion });
  tellDraft({ type: 'saved', number: 0, text, draft });
  return draft.revision;
}
