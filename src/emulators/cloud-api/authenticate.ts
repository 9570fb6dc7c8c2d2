// Who may use the emulated Graph API, and what is said of objects that nobody may see. As Meta words it.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { GraphError } from './graph-error.ts';

/** @throws GraphError 0 without a token, 190 with a wrong one */
export function authenticate(request: FastifyRequest, accessToken: string): void {
  const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) {
    throw new GraphError({
      code: 0,
      plain: true,
      title: 'An access token is required to request this resource.',
    });
  }
  if (!timingSafeEqual(digest(token), digest(accessToken))) {
    throw new GraphError({
      code: 190,
      plain: true,
      title: 'Invalid OAuth access token - Cannot parse access token',
    });
  }
}

/** Meta says the same of an object that is not there and of one that the token may not see. */
export function unknownObject(id: string, method: 'get' | 'post'): GraphError {
  return new GraphError({
    code: 100,
    subcode: 33,
    plain: true,
    type: 'GraphMethodException',
    title: `Unsupported ${method} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
  });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
