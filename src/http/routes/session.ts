// The session that a browser asks with.

import type { FastifyRequest } from 'fastify';
import { endSession } from '../../store/sessions.ts';
import { noContent } from '../answers/answer.ts';
import { type SessionAnswer, sessionAnswer } from '../answers/session.ts';
import { AppError } from '../app-error.ts';
import type { Caller } from '../plugins/authentication.ts';
import type { RouteContext, Routes } from '../route-context.ts';
import { sessionCookie } from '../session-tokens.ts';

/** What a page learns of the server that it came from. */
export interface SessionRouteOptions extends RouteContext {
  readonly version?: string | undefined;
  /** The emulator's phones, where messages go to an emulator. */
  readonly phonesUrl?: string | undefined;
}

const readSchema = {
  ...{
    tags: ['Sessions'],
    operationId: 'getSession',
    summary: "The browser's session, and what its page may show",
  },
  security: [{ session: [] }],
  response: { 200: sessionAnswer },
};

const endSchema = {
  ...{ tags: ['Sessions'], operationId: 'endSession', summary: 'Ends the session' },
  security: [{ session: [], csrf: [] }],
  response: { 204: noContent },
};

export function addSessionRoutes(app: Routes, options: SessionRouteOptions): void {
  const { store, temporalUi, skipper, version = '', phonesUrl = null } = options;

  app.get('/v1/session', { schema: readSchema }, async (request, reply): Promise<SessionAnswer> => {
    const { csrfToken, expiresAt } = getSessionOrThrow(request);
    reply.header('cache-control', 'no-store');
    return {
      ...{ csrfToken, expiresAt: expiresAt.toISOString(), version },
      ...{ phonesUrl, temporalUrl: temporalUi?.url ?? null, canSkip: skipper !== undefined },
    };
  });

  app.delete('/v1/session', { schema: endSchema }, async (request, reply) => {
    await endSession(store, getSessionOrThrow(request).id);
    return reply.clearCookie(sessionCookie, { path: '/' }).status(204).send();
  });
}

/** Who asks with a key has none. */
function getSessionOrThrow({ caller }: FastifyRequest): Extract<Caller, { kind: 'session' }> {
  if (caller?.kind !== 'session') throw new AppError('SESSION_EXPIRED');
  return caller;
}
