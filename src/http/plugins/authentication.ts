// Who asks: a program with a key (`Authorization: Bearer` or `x-api-key`), or a browser with a session's cookie. Keys are
// compared as SHA-256 in constant time; the bootstrap key works without the database, so that an operator is never locked
// out by it. A cookie is sent by the browser whoever made it ask, so what changes something also needs the session's token.

import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../inbox/clock.ts';
import { findApiKey, hashApiKey } from '../../store/api-keys.ts';
import { extendSession, findSession } from '../../store/sessions.ts';
import type { Store } from '../../store/store.ts';
import { AppError } from '../app-error.ts';
import { findLaterEnd, hashToken, isSameToken, sessionCookie, toCsrfToken } from '../session-tokens.ts';

export interface AuthenticationOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** A key from the configuration; read at each request so that it can be changed. */
  readonly bootstrapKey: () => string | undefined;
  /** Where browsers reach us, if not where we listen. */
  readonly publicUrl?: string | undefined;
}

export type Caller =
  | { readonly kind: 'key'; readonly hash: Buffer }
  | {
      readonly kind: 'session';
      readonly id: string;
      readonly csrfToken: string;
      readonly expiresAt: Date;
    };

declare module 'fastify' {
  interface FastifyRequest {
    /** Set for everything under /v1. */
    caller?: Caller;
  }
}

/**
 * An `onRequest` hook: runs before a body is read. A key counts before a cookie.
 * @throws AppError AUTH_KEY, SESSION_EXPIRED, SESSION_FORGED
 */
export function createAuthentication(options: AuthenticationOptions) {
  return async (request: FastifyRequest): Promise<void> => {
    const key = readKey(request);
    const token = request.cookies[sessionCookie];
    if (key !== undefined) request.caller = await checkKey(key, options);
    else if (token) request.caller = await checkSession(token, request, options);
    else throw new AppError('AUTH_KEY');
  };
}

async function checkKey(key: string, { store, bootstrapKey }: AuthenticationOptions): Promise<Caller> {
  const hash = hashApiKey(key);
  const bootstrap = bootstrapKey();
  const isBootstrap = bootstrap !== undefined && timingSafeEqual(hash, hashApiKey(bootstrap));
  if (!isBootstrap && (await findApiKey(store, hash)) === undefined) throw new AppError('AUTH_KEY');
  return { kind: 'key', hash };
}

async function checkSession(
  token: string,
  request: FastifyRequest,
  { store, clock, publicUrl }: AuthenticationOptions,
): Promise<Caller> {
  const now = new Date(clock.now());
  const session = await findSession(store, hashToken(token), now);
  if (session === undefined) throw new AppError('SESSION_EXPIRED');
  const csrfToken = toCsrfToken(token);
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (!isReading && !isOwn(request, csrfToken, publicUrl)) throw new AppError('SESSION_FORGED');
  const later = findLaterEnd(session, now);
  if (later !== undefined) await extendSession(store, session.id, later);
  return { kind: 'session', id: session.id, csrfToken, expiresAt: later ?? session.expiresAt };
}

/** Whether a page of ours made this request. */
function isOwn({ headers }: FastifyRequest, csrfToken: string, publicUrl: string | undefined): boolean {
  const { origin, host } = headers;
  if (origin !== undefined && !isOurOrigin(origin, host, publicUrl)) return false;
  const given = headers['x-csrf-token'];
  return typeof given === 'string' && isSameToken(given, csrfToken);
}

function isOurOrigin(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function readKey({ headers }: FastifyRequest): string | undefined {
  const own = headers['x-api-key'];
  if (typeof own === 'string' && own !== '') return own;
  return /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}
