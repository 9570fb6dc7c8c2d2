// Lets in who has a key: `Authorization: Bearer` or `x-api-key`. Compared as SHA-256 in constant time; the
// bootstrap key works without the database, so that an operator is never locked out by it.

import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { findApiKey, hashApiKey } from '../../store/api-keys.ts';
import type { Store } from '../../store/store.ts';
import { AppError } from '../app-error.ts';

export interface ApiKeyOptions {
  readonly store: Store;
  /** A key from the configuration; read at each request so that it can be changed. */
  readonly bootstrapKey: () => string | undefined;
}

/** An `onRequest` hook: runs before a body is read. @throws AppError AUTH_KEY */
export function createApiKeyCheck({ store, bootstrapKey }: ApiKeyOptions) {
  return async (request: FastifyRequest): Promise<void> => {
    const key = readKey(request);
    if (key === undefined) throw new AppError('AUTH_KEY');
    const hash = hashApiKey(key);
    const bootstrap = bootstrapKey();
    if (bootstrap !== undefined && timingSafeEqual(hash, hashApiKey(bootstrap))) return;
    if ((await findApiKey(store, hash)) === undefined) throw new AppError('AUTH_KEY');
  };
}

function readKey({ headers }: FastifyRequest): string | undefined {
  const own = headers['x-api-key'];
  if (typeof own === 'string' && own !== '') return own;
  return /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}
