// What can go wrong between a caller and a Jornada server, sorted by who must act. Runs in Node and in browsers.

import type { DraftAnswer } from '../http/answers/drafts.ts';
import type { Problem } from '../http/answers/problem.ts';

/** The server answered with a problem: the caller can do something about it. */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError';
  /** The problem's own, such as `JOURNEY_INVALID`. */
  readonly code: string;
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.code = problem.code;
    this.problem = problem;
  }
}

/** The draft that a change stands on is no longer the one that stands: DRAFT_STALE. Nothing was stored. */
export class StaleDraftError extends ProblemError {
  override readonly name = 'StaleDraftError';
  /** The other author's; the caller has their own. */
  readonly current: DraftAnswer;

  constructor(problem: Problem & { readonly current: DraftAnswer }) {
    super(problem);
    this.current = problem.current;
  }
}

/** Nothing answered, or what answered is not a Jornada server. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
  readonly code: 'CLIENT_UNREACHABLE' | 'CLIENT_TIMEOUT' | 'CLIENT_FOREIGN';
  /** The address that was tried, without credentials. */
  readonly url: string;

  constructor(
    code: UnreachableError['code'],
    { url, cause }: { readonly url: string; readonly cause?: unknown },
  ) {
    super(`${url} ${failed[code]}`, { cause });
    this.code = code;
    this.url = url;
  }
}

const failed: { readonly [code in UnreachableError['code']]: string } = {
  CLIENT_UNREACHABLE: 'does not answer',
  CLIENT_TIMEOUT: 'took too long to answer',
  CLIENT_FOREIGN: 'answers, but not as a Jornada server does',
};
