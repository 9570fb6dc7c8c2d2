// Checks bodies, parameters and queries by their zod schemas; what is wrong is kept as data so that it can be put
// in the caller's language when it is answered.

import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { AppError, type InputIssue } from './app-error.ts';

/** Fastify's hook for the `schema` of a route. */
export const inputCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    const result = schema.safeParse(data, { reportInput: true });
    return result.success ? { value: result.data } : { error: toInvalidInput(result.error) };
  };

function toInvalidInput(error: z.ZodError): AppError {
  const items = error.issues.map((issue) => ({
    kind: 'input' as const,
    input: issue as unknown as InputIssue,
  }));
  return new AppError('INPUT_INVALID', { items });
}
