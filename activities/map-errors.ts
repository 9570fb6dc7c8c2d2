// The one mapping of our errors to Temporal's: a code and whether to try again. What a library's error says may quote
// what it failed on (a text, a phone number), so neither histories nor logs get its message.

import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { NodeError } from '../src/node-kit/node-error.ts';

/** Runs the work; what it throws becomes a `TemporalFailure` without personal data. */
export async function mapErrors<T>(log: Logger, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toFailure(log, error);
  }
}

function toFailure(log: Logger, error: unknown): TemporalFailure {
  if (error instanceof TemporalFailure) return error;
  if (error instanceof NodeError) {
    const { message, code, retryable } = error;
    return ApplicationFailure.create({ message, type: code, nonRetryable: !retryable });
  }
  const { name, code, frames } = describe(error);
  log.error({ error: name, code, frames }, 'an activity failed unexpectedly');
  return ApplicationFailure.create({
    message: `Unexpected ${name}${code === undefined ? '' : ` (${code})`}; see this worker's log.`,
    type: 'ENGINE_UNEXPECTED',
  });
}

function describe(error: unknown): { name: string; code: string | undefined; frames: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, frames: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8);
  return { name: error.name, code, frames: frames.map((line) => line.trim()) };
}
