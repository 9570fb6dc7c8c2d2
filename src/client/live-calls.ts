// The client's calls about journeys as they run: counts, people, skipped time; and where their streams are.

import type { CountsAnswer } from '../http/answers/counts.ts';
import type { PeopleAnswer } from '../http/answers/people.ts';
import type { SkipAnswer } from '../http/answers/runs.ts';
import type { SendRequest } from './send-request.ts';
import { toQuery } from './to-query.ts';

/** What callers may name of the answers. */
export type { CountsAnswer } from '../http/answers/counts.ts';
export type { PeopleAnswer, PersonSummary } from '../http/answers/people.ts';
export type { SkipAnswer } from '../http/answers/runs.ts';

export interface PeopleQuery {
  /** How an external id, an e-mail address or a first name begins, or how a phone number ends. */
  readonly search?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export interface LiveCalls {
  /** Of all versions together unless a number is given. */
  counts(journey: string, version?: number): Promise<CountsAnswer>;
  /** Newest first. */
  people(query?: PeopleQuery): Promise<PeopleAnswer>;
  /** Lets time pass for a rehearsed run: a duration such as `2h` or `P1D`, or up to the next thing that is due. */
  skip(run: string, duration?: string): Promise<SkipAnswer>;
}

/** What can be listened to: events `counts` with a `CountsAnswer`, events `run` with a `RunAnswer`. */
export type LiveSubject =
  | { readonly journey: string; readonly version?: number | undefined }
  | { readonly run: string };

export function createLiveCalls(send: SendRequest): LiveCalls {
  return {
    counts: (journey, version) => send('GET', `${countsPath(journey)}${toQuery({ version })}`),
    people: (query = {}) => send('GET', `/v1/people${toQuery({ ...query })}`),
    skip: (run, duration) =>
      send('POST', `${runPath(run)}/skip`, { body: JSON.stringify({ for: duration }) }),
  };
}

/** Path of a stream, for an `EventSource` of the same origin. */
export function streamPath(subject: LiveSubject): string {
  if ('run' in subject) return `${runPath(subject.run)}/stream`;
  return `${countsPath(subject.journey)}/stream${toQuery({ version: subject.version })}`;
}

function countsPath(journey: string): string {
  return `/v1/journeys/${encodeURIComponent(journey)}/counts`;
}

function runPath(run: string): string {
  return `/v1/runs/${encodeURIComponent(run)}`;
}
