// The versions of one journey, listed for people, newest first; and one of them with all that it keeps.

import type { Store } from './store.ts';

export interface VersionEntry {
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: Date;
  /** What its publisher said of it. */
  readonly note: string | null;
}

export interface VersionContent {
  /** The journey's document, as the language checked it. */
  readonly definition: unknown;
  /** The journeys that it awaits, by id, as they were when it was published. */
  readonly journeys: Readonly<Record<string, unknown>>;
}

/** A page of versions, those below the number `before` where one is given. */
export async function listVersions(
  store: Store,
  journeyId: string,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<VersionEntry[]> {
  const newestFirst = store
    .selectFrom('journey_version')
    .select(['version', 'hash', 'created_at as publishedAt', 'note'])
    .where('journey_id', '=', journeyId)
    .orderBy('version', 'desc')
    .limit(limit);
  return (before === undefined ? newestFirst : newestFirst.where('version', '<', before)).execute();
}

export async function findVersionContent(
  store: Store,
  journeyId: string,
  version: number,
): Promise<VersionContent | undefined> {
  return store
    .selectFrom('journey_version')
    .select(['definition', 'journeys'])
    .where('journey_id', '=', journeyId)
    .where('version', '=', version)
    .executeTakeFirst();
}
