// Holds an application to its word: every answer of a test is read with the schema that its route gives for the status,
// and every problem has to be one that the route names. Production sends answers without looking.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { assert } from 'vitest';
import { z } from 'zod';
import { problem } from '../../src/http/answers/problem.ts';
import { listProblems } from '../../src/http/openapi/route-problems.ts';

export interface Watch {
  /** Fails with every answer that was not as described. */
  check(): void;
}

/** Before the application is ready. */
export function watchAnswers(app: Pick<FastifyInstance, 'addHook'>): Watch {
  const odd: string[] = [];
  app.addHook('onSend', async (request, reply, payload) => {
    const what = describeOddity(request, reply, payload);
    if (what === undefined) return;
    odd.push(`${request.method} ${request.routeOptions.url} ${reply.statusCode}: ${what}`);
  });
  return { check: () => assert(odd.length === 0, [...new Set(odd)].join('\n')) };
}

function describeOddity(
  { method, routeOptions: { url, schema } }: FastifyRequest,
  { statusCode }: FastifyReply,
  payload: unknown,
): string | undefined {
  if (method === 'HEAD' || url === undefined || schema?.hide) return undefined;
  const described = (schema?.response as Record<string, unknown> | undefined)?.[statusCode];
  if (described === undefined && statusCode >= 400) {
    const found = problem.safeParse(toJson(payload));
    if (!found.success) return z.prettifyError(found.error);
    const { code } = found.data;
    return listProblems({ method, url, schema: schema ?? {} }).includes(code) ? undefined : code;
  }
  if (described instanceof z.ZodUndefined) return payload ? 'a body' : undefined;
  if (described instanceof z.ZodType) return findDifference(described, toJson(payload));
  // Pages, texts and streams.
  return described === undefined ? 'not described' : undefined;
}

/** What the schema refuses, or would not know. */
function findDifference(schema: z.ZodType, answer: unknown): string | undefined {
  const found = schema.safeParse(answer);
  if (!found.success) return z.prettifyError(found.error);
  const [known, sent] = [JSON.stringify(found.data, sorted), JSON.stringify(answer, sorted)];
  return known === sent ? undefined : `${sent} has more than ${known}`;
}

function sorted(_key: string, value: unknown): unknown {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
}

function toJson(payload: unknown): unknown {
  return typeof payload === 'string' ? JSON.parse(payload) : payload;
}
