// The draft of a journey, if there is one. The list tells whether it is another than the one that is known, so that its
// text travels only when it has changed.

import { ProblemError } from '../../client/client-errors.ts';
import { client } from '../api/client.ts';
import { askable } from '../state/early.ts';
import type { ServerDraft } from './saving.ts';

/** The draft of a journey that is being opened. @throws ProblemError, UnreachableError */
export const openedDraft = askable(async (id: string): Promise<ServerDraft | undefined> => {
  const [found] = (await client.drafts({ id })).drafts;
  return found?.source === undefined ? undefined : { ...found, source: found.source };
});

/** @throws ProblemError, UnreachableError */
export async function lookAtDraft(
  id: string,
  known: { readonly revision: number | undefined; readonly source: string },
): Promise<ServerDraft | undefined> {
  const { drafts } = await client.drafts();
  const found = drafts.find((draft) => draft.id === id);
  if (found === undefined) return undefined;
  if (found.revision === known.revision) return { ...found, source: known.source };
  return orUndefined(client.draft(id), 'DRAFT_UNKNOWN');
}

/** What is asked for, or undefined where the server knows none. */
export async function orUndefined<Answer>(asked: Promise<Answer>, code: string): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && error.code === code) return undefined;
    throw error;
  }
}
