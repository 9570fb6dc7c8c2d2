// From a draft to a published version: exactly the text that the caller has seen, or nothing.

import type { Issue } from '../journey/issues.ts';
import { type DraftKey, updateDraft } from '../store/drafts.ts';
import { publishVersion } from '../store/journeys.ts';
import { AppError, aboutIssues } from './app-error.ts';
import { checkJourney, type PublishedJourney } from './publish-journey.ts';
import { readSurroundings } from './read-surroundings.ts';
import type { RouteContext } from './route-context.ts';
import { getDraftOrThrow, toStale } from './save-draft.ts';

export interface DraftPublication extends DraftKey {
  /** Kept with the version where it is a new one. */
  readonly note?: string | undefined;
  /** The caller has read the warnings. */
  readonly acceptWarnings: boolean;
}

export interface PublishedDraft extends PublishedJourney {
  readonly warnings: readonly Issue[];
  /** Of the draft after its base moved to the version. */
  readonly revision: number;
}

/**
 * Version and draft change together or not at all: a save between check and publish makes it stale.
 *
 * @throws AppError DRAFT_STALE, DRAFT_UNKNOWN, JOURNEY_INVALID, JOURNEY_WARNINGS
 */
export async function publishDraft(
  { journeyId, revision, note, acceptWarnings }: DraftPublication,
  context: Pick<RouteContext, 'store' | 'catalogue' | 'clock'>,
): Promise<PublishedDraft> {
  const { store, catalogue } = context;
  const seen = await getDraftOrThrow(store, journeyId);
  if (seen.revision !== revision) throw toStale(seen);
  const checked = checkJourney(seen.source, catalogue, await readSurroundings(seen.source, context));
  if (!checked.ok) throw new AppError('JOURNEY_INVALID', aboutIssues(checked.issues));
  const { version: wanted, warnings } = checked;
  if (warnings.length > 0 && !acceptWarnings) {
    throw new AppError('JOURNEY_WARNINGS', aboutIssues(warnings));
  }
  return store.transaction().execute(async (trx) => {
    const published = await publishVersion(trx, { ...wanted, note });
    const moved = await updateDraft(trx, { journeyId, revision }, { baseVersion: published.version });
    if (moved === undefined) throw toStale(await getDraftOrThrow(trx, journeyId));
    return { id: journeyId, hash: wanted.hash, ...published, warnings, revision: moved.revision };
  });
}
