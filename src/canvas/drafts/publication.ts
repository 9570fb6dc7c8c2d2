// Publishing what is on the canvas: saved first, then published as exactly that text.

import { StaleDraftError } from '../../client/client-errors.ts';
import type { DraftPublishAnswer } from '../../client/draft-calls.ts';
import { client } from '../api/client.ts';
import { readPublished } from './changes.ts';
import { saveNow, tellDraft } from './draft.ts';
import type { Saving } from './saving.ts';

export type Publication =
  | { readonly published: DraftPublishAnswer }
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
  const revision = saved.standing.revision ?? (await saveFirst(id, saved));
  if (saved.conflict !== undefined || saved.trouble !== undefined) return { unsaved: saved };
  try {
    const published = await client.publishDraft(id, { revision, ...fields });
    tellDraft({ type: 'published', revision: published.revision, version: published.version });
    // The version stands; what it is compared with from now on can be read later too.
    await readPublished(id).catch(() => {});
    return { published };
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
