// A problem that the caller can do something about: a code with facts. Status and words are in `problem-texts.ts`.

import type { Issue } from '../journey/issues.ts';
import { tellIssues } from '../journey/tell-issues.ts';

/** Durable: clients branch on them. */
export const appErrorCodes = [
  'AUTH_KEY',
  'BODY_DEPTH',
  'BODY_JSON',
  'BODY_MEDIA_TYPE',
  'BODY_TOO_LARGE',
  'CANARY_UNKNOWN',
  'CANNOT_SKIP',
  'DRAFT_ID',
  'DRAFT_STALE',
  'DRAFT_TEXT',
  'DRAFT_UNCONDITIONAL',
  'DRAFT_UNKNOWN',
  'DRAFT_UNSHAPED',
  'EVENT_RESERVED',
  'HOST_UNKNOWN',
  'INPUT_INVALID',
  'INTERNAL',
  'JOURNEY_INVALID',
  'JOURNEY_UNKNOWN',
  'JOURNEY_WARNINGS',
  'PERSON_TAKEN',
  'PERSON_UNKNOWN',
  'RATE_LIMITED',
  'REHEARSAL_MIXED',
  'REQUEST_REFUSED',
  'ROUTE_UNKNOWN',
  'RUN_AGAIN',
  'RUN_EXPRESSION',
  'RUN_LIVE',
  'RUN_NOT_REHEARSED',
  'RUN_OVER',
  'RUN_UNKNOWN',
  'RUNS_UNAVAILABLE',
  'SENDER_FREE',
  'SENDER_UNKNOWN',
  'SESSION_EXPIRED',
  'SESSION_FORGED',
  'SIMULATION_TOO_LONG',
  'SKIP_NOTHING_DUE',
  'SKIP_RUNNING',
  'SKIP_TOO_LONG',
  'SKIP_UNFINISHED',
  'STORE_UNAVAILABLE',
  'TEMPLATES_NO_SENDER',
  'TEMPLATES_SYNC_FAILED',
  'TEMPLATES_SYNC_WAITS',
  'VERSION_UNKNOWN',
  'WEBHOOK_SIGNATURE',
  'WEBHOOK_VERIFY_TOKEN',
] as const;
export type AppErrorCode = (typeof appErrorCodes)[number];

/** One of several problems of a body, with its place. Prose is added per language. */
export type ErrorItem =
  | { readonly kind: 'issue'; readonly issue: Issue }
  | { readonly kind: 'input'; readonly input: InputIssue };

/** Issues of a journey's text as the problems of a body: as many as one answer tells. */
export function toErrorItems(issues: readonly Issue[]): readonly ErrorItem[] {
  return tellIssues(issues).issues.map((issue) => ({ kind: 'issue', issue }));
}

/** The options of a problem that is about a journey's text; the fact `omitted` counts the issues that are not told. */
export function aboutIssues(issues: readonly Issue[]): AppErrorOptions {
  const { omitted } = tellIssues(issues);
  const isWhole = omitted.errors + omitted.warnings === 0;
  return { items: toErrorItems(issues), ...(isWhole ? {} : { facts: { omitted } }) };
}

/** A zod issue that kept its input, so that it can be put in words later. */
export interface InputIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly [fact: string]: unknown;
}

export interface AppErrorOptions {
  /** Plain JSON, shown to the caller beside the standard members; no personal data. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly items?: readonly ErrorItem[];
  readonly cause?: unknown;
  /** For codes that stand for several statuses. */
  readonly status?: number;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly items: readonly ErrorItem[];
  readonly status: number | undefined;

  constructor(code: AppErrorCode, { facts = {}, items = [], cause, status }: AppErrorOptions = {}) {
    super(code, { cause });
    this.code = code;
    this.facts = facts;
    this.items = items;
    this.status = status;
  }
}
