// How a browser gets its session: a program with a key asks for a link, and whoever opens that within ten minutes, once,
// is let in. Limited apart from everything else.

import { z } from 'zod';
import { findApiKey } from '../../store/api-keys.ts';
import { findSession, openSession, storeSessionLink } from '../../store/sessions.ts';
import { noContent } from '../answers/answer.ts';
import { type SessionLinkAnswer, sessionLinkAnswer } from '../answers/session.ts';
import { AppError } from '../app-error.ts';
import { onlyKeys } from '../openapi/to-operation.ts';
import { type PlainPage, sendPlainPage } from '../plain-page.ts';
import { type AuthenticationOptions, createAuthentication } from '../plugins/authentication.ts';
import type { Routes } from '../route-context.ts';
import {
  createToken,
  hashToken,
  linkLastsMs,
  sessionCookie,
  sessionLastsMs,
  toIdleEnd,
} from '../session-tokens.ts';

const linkSchema = {
  ...{ tags: ['Sessions'], operationId: 'createSessionLink', summary: 'A link that opens a session, once' },
  security: onlyKeys,
  body: z.strictObject({}),
  response: { 201: sessionLinkAnswer },
};

const openSchema = {
  ...{ tags: ['Sessions'], operationId: 'openSession', summary: 'Opens a session in the browser that asks' },
  querystring: z.object({ code: z.string().max(200).catch('').describe('Of the link.') }),
  problems: ['HOST_UNKNOWN', 'RATE_LIMITED', 'STORE_UNAVAILABLE'],
  response: {
    303: noContent.describe('To the canvas, with the session in a cookie.'),
    410: {
      description: 'The link was used, or is too old: a page that says how to get a new one.',
      content: { 'text/html': { schema: z.string() } },
    },
  },
} as const;

export function addSessionLinkRoutes(app: Routes, options: AuthenticationOptions): void {
  const { store, clock, publicUrl } = options;
  const authenticate = createAuthentication(options);

  app.post(
    '/v1/session-links',
    { schema: linkSchema, onRequest: authenticate },
    async ({ caller, headers }, reply): Promise<SessionLinkAnswer> => {
      // A session can't live on by giving birth to others.
      if (caller?.kind !== 'key') throw new AppError('AUTH_KEY');
      const code = createToken();
      const expiresAt = new Date(clock.now() + linkLastsMs);
      const keyId = await findApiKey(store, caller.hash);
      await storeSessionLink(store, { codeHash: hashToken(code), keyId, expiresAt });
      reply.status(201).header('cache-control', 'no-store');
      const base = publicUrl?.replace(/\/+$/, '') ?? `http://${headers.host}`;
      return { url: `${base}/open?code=${code}`, expiresAt: expiresAt.toISOString() };
    },
  );

  // HEAD is asked by whoever wants to look first, and the code is for one look only.
  app.get('/open', { schema: openSchema, exposeHeadRoute: false }, async (request, reply) => {
    const now = new Date(clock.now());
    const endsAt = new Date(now.getTime() + sessionLastsMs);
    const token = createToken();
    const isOpen = await openSession(store, {
      codeHash: hashToken(request.query.code),
      tokenHash: hashToken(token),
      ...{ now, expiresAt: toIdleEnd(now, endsAt), endsAt },
    });
    if (isOpen) {
      reply.setCookie(sessionCookie, token, {
        ...{ path: '/', httpOnly: true, sameSite: 'strict', maxAge: sessionLastsMs / 1_000 },
        secure: publicUrl?.startsWith('https:') === true,
      });
    } else if (!(await isSignedIn(request.cookies[sessionCookie], now))) {
      return sendPlainPage(reply, 410, usedUp);
    }
    return reply.header('cache-control', 'no-store').redirect('/', 303);
  });

  /** Browsers offer the old link again; who is in has no need of a new one. */
  async function isSignedIn(token: string | undefined, now: Date): Promise<boolean> {
    return token !== undefined && (await findSession(store, hashToken(token), now)) !== undefined;
  }
}

const usedUp: PlainPage = {
  title: { en: 'This link does not open anything any more.', ko: '이 링크는 더 이상 쓸 수 없습니다.' },
  hint: {
    en: 'A link works once, for ten minutes. Make a new one where Jornada runs:',
    ko: '링크는 10분 안에 한 번만 쓸 수 있습니다. Jornada를 실행한 곳에서 새로 만드세요.',
  },
  command: 'npm run jornada -- open',
};
