// One mapping from anything thrown in a route to a problem. What is ours to mend is logged by name; messages are
// not, since they can quote personal data.

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { PersonTakenError } from '../people/save-person.ts';
import { TimeSkippingUnsupportedError } from '../runs/fast-forward.ts';
import { SkipError } from '../runs/skipper.ts';
import { RunNotRunningError, RunsUnavailableError } from '../runs/temporal-errors.ts';
import { isOutage } from '../store/outage.ts';
import { AppError } from './app-error.ts';
import { chooseLanguage, problemMediaType, toProblem } from './problem.ts';

/** Fastify's `setErrorHandler`. */
export function answerError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = toAppError(thrown);
  const problem = toProblem(error, chooseLanguage(request.headers['accept-language']));
  if (problem.status >= 500) {
    const cause = error.cause ?? thrown;
    request.log.error(
      { code: error.code, cause: cause instanceof Error ? cause.name : 'unknown' },
      'request failed',
    );
    if (problem.status === 503) reply.header('retry-after', '5');
  }
  return reply.status(problem.status).type(problemMediaType).send(JSON.stringify(problem));
}

/** Fastify's `setNotFoundHandler`. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answerError(new AppError('ROUTE_UNKNOWN'), request, reply);
}

function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof PersonTakenError) {
    return new AppError('PERSON_TAKEN', { facts: { field: thrown.field } });
  }
  if (thrown instanceof RunsUnavailableError) return new AppError('RUNS_UNAVAILABLE', { cause: thrown });
  if (thrown instanceof RunNotRunningError) return new AppError('RUN_UNKNOWN', { cause: thrown });
  if (thrown instanceof SkipError) return new AppError(thrown.code);
  if (thrown instanceof TimeSkippingUnsupportedError) return new AppError('CANNOT_SKIP');
  if (isOutage(thrown)) return new AppError('STORE_UNAVAILABLE', { cause: thrown });
  return fromFastify(thrown) ?? new AppError('INTERNAL', { cause: thrown });
}

function fromFastify(thrown: unknown): AppError | undefined {
  const { code, statusCode } = thrown as Partial<FastifyError>;
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new AppError('BODY_TOO_LARGE');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new AppError('BODY_MEDIA_TYPE');
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new AppError('BODY_JSON');
    default:
      if (thrown instanceof SyntaxError && statusCode === 400) return new AppError('BODY_JSON');
      if (statusCode === undefined || statusCode >= 500) return undefined;
      return new AppError('REQUEST_REFUSED', { status: statusCode, cause: thrown });
  }
}
