// Which problems a route can answer with: those that its schema names, and those that come with its kind. Pure.

import type { FastifySchema } from 'fastify';
import type { AppErrorCode } from '../app-error.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** Codes of this route's own; those of its kind are known. */
    readonly problems?: readonly AppErrorCode[];
  }
}

export interface DescribedRoute {
  readonly method: string | readonly string[];
  readonly url: string;
  readonly schema: FastifySchema;
}

/** Sorted; each once. */
export function listProblems(route: DescribedRoute): readonly AppErrorCode[] {
  const { params, querystring, headers, body, problems = [] } = route.schema;
  const hasInput = [params, querystring, headers, body].some((part) => part !== undefined);
  const codes: readonly AppErrorCode[] = [
    ...problems,
    ...['INTERNAL' as const, 'REQUEST_REFUSED' as const],
    ...(hasInput ? (['INPUT_INVALID'] as const) : []),
    ...(params === undefined ? [] : (['ROUTE_UNKNOWN'] as const)),
    ...(body === undefined ? [] : bodyProblems),
    ...(isApi(route) ? apiProblems : []),
    ...(isApi(route) && !isReading(route) ? (['SESSION_FORGED'] as const) : []),
  ];
  return [...new Set(codes)].sort();
}

const bodyProblems: readonly AppErrorCode[] = ['BODY_JSON', 'BODY_MEDIA_TYPE', 'BODY_TOO_LARGE'];

const apiProblems: readonly AppErrorCode[] = [
  'AUTH_KEY',
  'HOST_UNKNOWN',
  'RATE_LIMITED',
  'SESSION_EXPIRED',
  'STORE_UNAVAILABLE',
];

/** Everything under /v1 needs a key or a session. */
export function isApi({ url }: DescribedRoute): boolean {
  return url.startsWith('/v1/');
}

export function isReading({ method }: DescribedRoute): boolean {
  return [method].flat().every((one) => one === 'GET' || one === 'HEAD');
}
