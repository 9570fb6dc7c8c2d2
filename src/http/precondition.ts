// Who changes a draft says in a header which one they have seen (RFC 9110, 13.1): `If-Match` with its revision, or
// `If-None-Match: *` where there was none. Without it the change is refused (RFC 6585, 428). Pure.

import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { AppError } from './app-error.ts';

/** Not checked by its schema: without it the problem is DRAFT_UNCONDITIONAL. */
export const seenHeaders = z.object({
  'if-match': z.string().optional().describe('The revision that was seen, in quotes: the ETag of the draft.'),
});

export const newDraftHeader = z.string().optional().describe('`*` for a draft that is not there yet.');

/** What the caller has seen: a revision, or that there was none. */
export type Seen = number | 'none';

/** The ETag of a revision. */
export function toETag(revision: number): string {
  return `"${revision}"`;
}

/** @throws AppError DRAFT_UNCONDITIONAL, also for `If-Match: *` and lists: they don't say what was seen */
export function readSeen(headers: IncomingHttpHeaders): Seen {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers;
  if (match === undefined && noneMatch?.trim() === '*') return 'none';
  if (noneMatch !== undefined) throw new AppError('DRAFT_UNCONDITIONAL');
  return readSeenRevision(headers);
}

/** For what can only be done to a draft that is there. @throws AppError DRAFT_UNCONDITIONAL */
export function readSeenRevision({ 'if-match': match = '' }: IncomingHttpHeaders): number {
  const revision = /^\s*"(\d{1,15})"\s*$/.exec(match)?.[1];
  if (revision === undefined) throw new AppError('DRAFT_UNCONDITIONAL');
  return Number(revision);
}
