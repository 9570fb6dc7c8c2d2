// The client's calls about browser sessions.

import type { SessionAnswer, SessionLinkAnswer } from '../http/answers/session.ts';
import type { SendRequest } from './send-request.ts';

/** What callers may name of the answers. */
export type { SessionAnswer } from '../http/answers/session.ts';

export interface SessionCalls {
  /** The session that this browser has. */
  session(): Promise<SessionAnswer>;
  endSession(): Promise<void>;
  /** A one-time link that opens a session; only with an API key. */
  createSessionLink(): Promise<SessionLinkAnswer>;
}

export function createSessionCalls(send: SendRequest): SessionCalls {
  return {
    session: () => send('GET', '/v1/session'),
    endSession: () => send('DELETE', '/v1/session'),
    createSessionLink: () => send('POST', '/v1/session-links', { body: '{}' }),
  };
}
