// Drafts and versions over the API. A save names the revision it stands on, and whoever is too late is told with what
// stands now: `StaleDraftError`.

import type { DraftAnswer, DraftListAnswer, DraftPublishAnswer } from '../http/answers/drafts.ts';
import type { Problem } from '../http/answers/problem.ts';
import type { DiffAnswer, VersionListAnswer } from '../http/answers/versions.ts';
import { ProblemError, StaleDraftError } from './client-errors.ts';
import type { Content, Method, SendRequest } from './send-request.ts';
import { toQuery } from './to-query.ts';

/** What callers may name of the answers. */
export type { DraftAnswer, DraftPublishAnswer, DraftSummary } from '../http/answers/drafts.ts';
export type { DiffAnswer, VersionSummary } from '../http/answers/versions.ts';

export interface DraftFields {
  /** The journey's own text. */
  readonly source: string;
  /** The version it was begun from; left out, what is stored stays. */
  readonly baseVersion?: number | null | undefined;
  /** The revision that the text stands on; left out for a draft that is not there yet. */
  readonly revision?: number | undefined;
}

export interface PublishFields {
  /** The revision that is meant: any other is not published. */
  readonly revision: number;
  /** Kept with the version where it is a new one. */
  readonly note?: string | undefined;
  /** Publishes all the same; else warnings are the problem JOURNEY_WARNINGS. */
  readonly acceptWarnings?: boolean | undefined;
}

export interface DraftCalls {
  /** All; or that of one journey, with its text, where there is one. */
  drafts(query?: { readonly id?: string }): Promise<DraftListAnswer>;
  /** By the journey's id; the problem DRAFT_UNKNOWN where nobody has begun one. */
  draft(id: string): Promise<DraftAnswer>;
  /** Rejects with `StaleDraftError` where another one stands; sent again after a lost answer it is no conflict. */
  saveDraft(id: string, fields: DraftFields): Promise<DraftAnswer>;
  /** Rejects with `StaleDraftError` where another one stands. */
  deleteDraft(id: string, revision: number): Promise<void>;
  /** The draft stays, with a new revision. Rejects with `StaleDraftError` where another one stands. */
  publishDraft(id: string, fields: PublishFields): Promise<DraftPublishAnswer>;
  /** Newest first, a page at a time. */
  versions(id: string, page?: VersionPage): Promise<VersionListAnswer>;
  /** What changed between two versions, or a version and the draft. */
  diff(id: string, sides: { readonly from: JourneyState; readonly to: JourneyState }): Promise<DiffAnswer>;
}

/** The number of a version, or what is being written. */
export type JourneyState = number | 'draft';

export interface VersionPage {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export function createDraftCalls(send: SendRequest): DraftCalls {
  const change = async <Answer>(method: Method, path: string, content: Content): Promise<Answer> => {
    try {
      return await send<Answer>(method, path, content);
    } catch (error) {
      throw error instanceof ProblemError && isStale(error.problem)
        ? new StaleDraftError(error.problem)
        : error;
    }
  };
  return {
    drafts: (query = {}) => send('GET', `/v1/drafts${toQuery({ ...query })}`),
    draft: (id) => send('GET', pathOf(id)),
    saveDraft: (id, { revision, ...body }) =>
      change('PUT', pathOf(id), {
        body: JSON.stringify(body),
        headers: revision === undefined ? notThere : toSeen(revision),
      }),
    deleteDraft: (id, revision) => change('DELETE', pathOf(id), { headers: toSeen(revision) }),
    publishDraft: (id, { revision, ...body }) =>
      change('POST', `${pathOf(id)}/publish`, { body: JSON.stringify(body), headers: toSeen(revision) }),
    versions: (id, page = {}) =>
      send('GET', `/v1/journeys/${encodeURIComponent(id)}/versions${toQuery({ ...page })}`),
    diff: (id, { from, to }) =>
      send('GET', `/v1/journeys/${encodeURIComponent(id)}/diff${toQuery({ from, to })}`),
  };
}

function isStale(problem: Problem): problem is Problem & { readonly current: DraftAnswer } {
  return problem.code === 'DRAFT_STALE' && problem['current'] !== undefined;
}

const notThere = { 'if-none-match': '*' };

function toSeen(revision: number) {
  return { 'if-match': `"${revision}"` };
}

function pathOf(id: string): string {
  return `/v1/drafts/${encodeURIComponent(id)}`;
}
