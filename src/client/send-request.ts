// One request to the API and its answer, or one of the client's two errors. Runs in Node and in browsers.

import type { Problem } from '../http/answers/problem.ts';
import { ProblemError, UnreachableError } from './client-errors.ts';

export type SenderOptions = Identity & {
  /** Base address of the server, such as `http://127.0.0.1:3000`; empty on a page that this server gave. */
  readonly url: string;
  /** Of problems and hints; English by default. A reader may change it. */
  readonly language?: Language | (() => Language);
  readonly timeoutMs?: number;
  /** Hears of every problem before the caller does: a session that has ended concerns the whole page. */
  readonly onProblem?: (problem: Problem) => void;
};

type Language = 'en' | 'ko';

/** Who asks. */
export type Identity =
  | { readonly apiKey: string }
  /** A browser with a session's cookie: the token that `GET /v1/session` gave, undefined before. */
  | { readonly csrfToken: () => string | undefined };

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Content {
  readonly body?: string | Uint8Array | undefined;
  /** Conditions such as `if-match`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** `Answer` is undefined for an answer without a body (204). */
export type SendRequest = <Answer>(method: Method, path: string, content?: Content) => Promise<Answer>;

export function createSender({
  url,
  language = 'en',
  timeoutMs = 30_000,
  onProblem,
  ...identity
}: SenderOptions): SendRequest {
  const base = url.replace(/\/+$/, '');
  const shown = withoutCredentials(base);

  return async <Answer>(method: Method, path: string, { body, headers = {} }: Content = {}) => {
    const request: RequestInit = {
      method,
      headers: {
        ...toIdentityHeaders(identity),
        'accept-language': typeof language === 'string' ? language : language(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      // Our own server's cookie goes along, nobody else's gets any.
      credentials: 'same-origin',
      signal: AbortSignal.timeout(timeoutMs),
      // A view of shared memory can't be sent, and none of ours is one.
      ...(body === undefined ? {} : { body: body as string | Uint8Array<ArrayBuffer> }),
    };
    const { response, text } = await exchange(`${base}${path}`, request, shown);
    if (response.status === 204) return undefined as Answer;
    const content = parse(text);
    if (isProblem(response, content)) {
      onProblem?.(content);
      throw new ProblemError(content);
    }
    if (response.ok && typeof content === 'object' && content !== null) return content as Answer;
    throw new UnreachableError('CLIENT_FOREIGN', { url: shown });
  };
}

function toIdentityHeaders(identity: Identity): Record<string, string> {
  if ('apiKey' in identity) return { 'x-api-key': identity.apiKey };
  const token = identity.csrfToken();
  return token === undefined ? {} : { 'x-csrf-token': token };
}

async function exchange(address: string, request: RequestInit, shown: string) {
  try {
    const response = await fetch(address, request);
    return { response, text: await response.text() };
  } catch (cause) {
    const isLate = cause instanceof Error && cause.name === 'TimeoutError';
    throw new UnreachableError(isLate ? 'CLIENT_TIMEOUT' : 'CLIENT_UNREACHABLE', { url: shown, cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(response: Response, content: unknown): content is Problem {
  const isMarked = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  return isMarked && typeof content === 'object' && content !== null && 'code' in content;
}

function withoutCredentials(base: string): string {
  try {
    const { origin, pathname } = new URL(base);
    return pathname === '/' ? origin : `${origin}${pathname}`;
  } catch {
    return base;
  }
}
