// Saving and deleting drafts. Who has not seen what stands gets it back with a 409 and changes nothing.

import {
  type Draft,
  type DraftKey,
  deleteDraft,
  findDraft,
  insertDraft,
  updateDraft,
} from '../store/drafts.ts';
import { hasVersion } from '../store/journey-list.ts';
import type { Store, StoreTransaction } from '../store/store.ts';
import type { DraftAnswer } from './answers/drafts.ts';
import { AppError } from './app-error.ts';
import { readDraftText } from './draft-text.ts';
import type { Seen } from './precondition.ts';

export interface DraftSave {
  readonly id: string;
  readonly seen: Seen;
  readonly source: string;
  /** Left out it stays, or is null for a new draft. */
  readonly baseVersion?: number | null | undefined;
}

/** @throws AppError DRAFT_STALE, DRAFT_UNKNOWN (deleted meanwhile), DRAFT_TEXT, DRAFT_ID, VERSION_UNKNOWN */
export async function saveDraft(
  store: Store,
  { id, seen, source, baseVersion }: DraftSave,
): Promise<{ readonly draft: Draft; readonly created: boolean }> {
  const text = readDraftText(source, id);
  if (typeof baseVersion === 'number' && !(await hasVersion(store, id, baseVersion))) {
    throw new AppError('VERSION_UNKNOWN');
  }
  const saved =
    seen === 'none'
      ? await insertDraft(store, id, { text, baseVersion })
      : await updateDraft(store, { journeyId: id, revision: seen }, { text, baseVersion });
  if (saved !== undefined) return { draft: saved, created: seen === 'none' };
  const current = await getDraftOrThrow(store, id);
  // A save whose answer got lost is sent again: what it asks for is done (RFC 9110, 13.1.1).
  const isDone = baseVersion === undefined || baseVersion === current.baseVersion;
  if (isDone && current.source === text.source) return { draft: current, created: false };
  throw toStale(current);
}

/** @throws AppError DRAFT_STALE, DRAFT_UNKNOWN */
export async function removeDraft(store: Store, key: DraftKey): Promise<void> {
  if (!(await deleteDraft(store, key))) throw toStale(await getDraftOrThrow(store, key.journeyId));
}

/** @throws AppError DRAFT_UNKNOWN */
export async function getDraftOrThrow(db: Store | StoreTransaction, id: string): Promise<Draft> {
  const draft = await findDraft(db, id);
  if (draft === undefined) throw new AppError('DRAFT_UNKNOWN');
  return draft;
}

/** The problem of whoever has not seen this draft: they have their own text, and get the one that stands. */
export function toStale(current: Draft): AppError {
  return new AppError('DRAFT_STALE', { facts: { current: toDraftAnswer(current) } });
}

export function toDraftAnswer({
  journeyId: id,
  source,
  revision,
  baseVersion,
  updatedAt,
}: Draft): DraftAnswer {
  return { id, source, revision, baseVersion, updatedAt: updatedAt.toISOString() };
}
