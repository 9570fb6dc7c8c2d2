// HTTP as plain nodes get it (`HttpPort`): a time-out, no redirects, a capped body. Runs in the worker. Egress
// rules (which hosts) come later and belong here.

import type { Dispatcher } from 'undici';
import { NodeError } from '../../src/node-kit/node-error.ts';
import type { HttpPort } from '../../src/node-kit/node-type.ts';
import { createPool, defaultLimits, postOnce } from './post-once.ts';

export interface HttpPortOptions {
  readonly dispatcher?: Dispatcher;
  /** Largest answer a node may read, bytes. */
  readonly maxBodyBytes?: number;
}

export interface ClosableHttp {
  readonly request: HttpPort;
  close(): Promise<void>;
}

/**
 * The port. A redirect is an answer like any other: the node sees its status.
 * @throws {NodeError} from `request` when no whole answer came: `HTTP_NOT_SENT` where it is proved that no byte
 * left, `HTTP_NO_ANSWER` where the receiver may have acted; whether that may be repeated, `idempotent` says.
 */
export function createHttp(options: HttpPortOptions = {}): ClosableHttp {
  const maxBodyBytes = options.maxBodyBytes ?? defaultLimits.maxBodyBytes;
  const pool = options.dispatcher ?? createPool(defaultLimits);
  const request: HttpPort = async ({ method, url, headers, body, timeoutMs }) => {
    checkUrl(url);
    const limits = {
      ...defaultLimits,
      headersTimeoutMs: timeoutMs,
      bodyTimeoutMs: timeoutMs,
      totalTimeoutMs: timeoutMs,
      maxBodyBytes,
    };
    const content = body === undefined ? {} : { body };
    const exchange = await postOnce(pool, limits, () => ({
      method,
      url,
      headers: headers ?? {},
      ...content,
    }));
    if (exchange.result === 'answered') return { status: exchange.status, body: exchange.body };
    const code = exchange.result === 'not-sent' ? 'HTTP_NOT_SENT' : 'HTTP_NO_ANSWER';
    const retryable = !final.has(exchange.reason);
    throw new NodeError(code, `expected an answer, found ${exchange.reason}`, { retryable });
  };
  return {
    request,
    close: async () => {
      if (options.dispatcher === undefined) await pool.close();
    },
  };
}

/** The same request ends so every time: an answer that is too large, a header with a character that none may have. */
const final: ReadonlySet<string> = new Set(['body_too_large', 'UND_ERR_INVALID_ARG']);

function checkUrl(url: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol === 'https:' || protocol === 'http:') return;
  throw new NodeError('HTTP_URL', 'expected an http or https URL', { retryable: false });
}
