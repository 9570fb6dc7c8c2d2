// What an error code of Meta means for a send: outcome, retry advice, and what to remember. Pure; used by the
// Cloud API client (answers), the dispatcher (failed webhooks), the simulator. Codes not in the table: F§3.3.

import type { Failure } from '../messaging/delivery.ts';
import type { MemoryEffect, MetaError } from './classify-errors.ts';
import { errorTable } from './error-table.generated.ts';

/** What is known around the code. */
export interface ErrorContext {
  /** Of the answer that carried the code; absent for webhooks. */
  readonly httpStatus?: number;
  /** Meta's `is_transient`, where it says so. */
  readonly isTransient?: boolean;
  /** The recipient has a US number while Meta's pause is in force: 131049 is then the pause (F§0 row 6), no limit. */
  readonly recipientIsUs?: boolean;
}

const usPauseCode = 131049;

/** The failure that a code of Meta stands for. Total: an unknown code follows F§3.3. */
export function failureOfCode(code: number | string, context: ErrorContext = {}): Failure {
  const entry = findMetaError(code);
  if (entry === undefined || entry.class === 'unknown') return failureOfUnknownCode(String(code), context);
  if (entry.code === usPauseCode && context.recipientIsUs === true) {
    return { code: String(code), outcome: 'limit.us', retry: 'never' };
  }
  return {
    code: String(entry.code),
    outcome: entry.outcome,
    retry: entry.retry,
    ...(entry.retryAfterMs === undefined ? {} : { retryAfterMs: entry.retryAfterMs }),
  };
}

/** A client does not know the date: its 131049 may be the US pause. */
export function toDatedFailure(failure: Failure, context: ErrorContext): Failure {
  return failure.code === String(usPauseCode) ? failureOfCode(failure.code, context) : failure;
}

/** Direct Send was refused: the account has none, or the body does not suit it (F§5.4). */
export const noDirectSend = '100';
/** It was taken away for misuse, which is a restriction (F§5.4). */
export const directSendBanned = '139200';

/** What a code teaches beyond its send (DESIGN 7.4). The US pause is no cool-down: policy knows it beforehand. */
export function memoryOfCode(code: number | string, context: ErrorContext = {}): MemoryEffect | undefined {
  const entry = findMetaError(code);
  if (entry?.code === usPauseCode && context.recipientIsUs === true) return undefined;
  return entry?.memory;
}

/** The row of Meta's table, or undefined for a code that Meta has not told us about. */
export function findMetaError(code: number | string): MetaError | undefined {
  return /^\d+$/.test(String(code)) ? errorTable[Number(code)] : undefined;
}

function failureOfUnknownCode(code: string, { httpStatus, isTransient }: ErrorContext): Failure {
  const busy = httpStatus === 429;
  const transient = isTransient ?? (busy || (httpStatus !== undefined && httpStatus >= 500));
  if (!transient) return { code, outcome: 'invalid', retry: 'never' };
  return busy
    ? { code, outcome: 'limit.sender', retry: 'rate' }
    : { code, outcome: 'unavailable', retry: 'transient' };
}
