// One request to the API and its answer, or one of the client's two errors. Runs in Node and in browsers.

import type { Problem } from '../http/problem.ts';
import { ProblemError, UnreachableError } from './client-errors.ts';

export interface SenderOptions {
  /** Base address of the server, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly apiKey: string;
  /** Of problems and hints; English by default. */
  readonly language?: 'en' | 'ko';
  readonly timeoutMs?: number;
}

export type SendRequest = <Answer>(
  method: 'GET' | 'POST',
  path: string,
  body?: string | Uint8Array,
) => Promise<Answer>;

export function createSender({
  url,
  apiKey,
  language = 'en',
  timeoutMs = 30_000,
}: SenderOptions): SendRequest {
  const base = url.replace(/\/+$/, '');
  const shown = withoutCredentials(base);

  return async <Answer>(method: 'GET' | 'POST', path: string, body?: string | Uint8Array) => {
    const request: RequestInit = {
      method,
      headers: {
        'x-api-key': apiKey,
        'accept-language': language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(timeoutMs),
      // A view of shared memory can't be sent, and none of ours is one.
      ...(body === undefined ? {} : { body: body as string | Uint8Array<ArrayBuffer> }),
    };
    const { response, text } = await exchange(`${base}${path}`, request, shown);
    const content = parse(text);
    if (isProblem(response, content)) throw new ProblemError(content);
    if (response.ok && typeof content === 'object' && content !== null) return content as Answer;
    throw new UnreachableError('CLIENT_FOREIGN', { url: shown });
  };
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
