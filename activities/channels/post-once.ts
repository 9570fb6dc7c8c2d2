// One HTTP exchange, tried once, that says what is proved about it: answered, not sent, or unknown (DESIGN 7.2).
// Shared by the channel clients; runs in the worker. Never throws, follows no redirect, repeats nothing.

import { Agent, type Dispatcher } from 'undici';

/** How long each part may take, milliseconds, and how large an answer may be. */
export interface ExchangeLimits {
  readonly connectTimeoutMs: number;
  readonly headersTimeoutMs: number;
  /** Of silence while the body comes. */
  readonly bodyTimeoutMs: number;
  /** From start to last byte; ends an answer that drips for ever. */
  readonly totalTimeoutMs: number;
  readonly maxBodyBytes: number;
}

export const defaultLimits: ExchangeLimits = {
  connectTimeoutMs: 3_000,
  headersTimeoutMs: 10_000,
  bodyTimeoutMs: 5_000,
  totalTimeoutMs: 15_000,
  maxBodyBytes: 1_000_000,
};

export interface ExchangeRequest {
  readonly method: Dispatcher.HttpMethod;
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

export type Exchange =
  | {
      readonly result: 'answered';
      readonly status: number;
      readonly body: string;
      readonly retryAfterMs?: number;
    }
  /** Proved: undici never began to write this request. */
  | { readonly result: 'not-sent'; readonly reason: string }
  | { readonly result: 'unknown'; readonly reason: string; readonly httpStatus?: number };

/**
 * A connection pool for one provider. Connections are kept for four idle seconds whatever the server offers, well
 * below what load balancers keep, so that a POST seldom meets a connection the server is just closing.
 */
export function createPool(limits: ExchangeLimits): Agent {
  return new Agent({
    connect: { timeout: limits.connectTimeoutMs },
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 4_000,
    pipelining: 1,
    connections: 128,
  });
}

/**
 * Sends one request and classifies. Whether bytes may have left is not guessed from error codes: undici calls
 * `onRequestStart` on this request immediately before its first write, so an end without that call is `not-sent`
 * (name not found, refused, TLS, connect time-out, aborted in the queue). Any end after it without a whole answer
 * is `unknown`, a reused connection that turned out closed included: what the kernel took may have arrived.
 * @param compose builds the request; what it throws (a bad address, no access token) is `not-sent` too.
 */
export function postOnce(
  dispatcher: Dispatcher,
  limits: ExchangeLimits,
  compose: () => ExchangeRequest,
): Promise<Exchange> {
  return new Promise((resolve) => {
    try {
      const { url, method, headers, body, signal } = compose();
      const { origin, pathname, search } = new URL(url);
      const path = `${pathname}${search}`;
      dispatcher.dispatch(
        // Our own timers judge time: undici's are shared and coarse, and they know no total.
        {
          origin,
          path,
          method,
          headers: { ...headers },
          body: body ?? null,
          headersTimeout: 0,
          bodyTimeout: 0,
        },
        new ExchangeHandler(limits, signal, resolve),
      );
    } catch (error) {
      // undici throws for bad arguments only, before it queues; a request under way ends in its handler.
      resolve({ result: 'not-sent', reason: toReason(error) });
    }
  });
}

/** Given to undici when we end an exchange ourselves; `code` is the reason. */
class StoppedExchange extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`exchange stopped: ${code}`);
    this.name = 'StoppedExchange';
    this.code = code;
  }
}

class ExchangeHandler implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | undefined;
  private stopped: string | undefined;
  private settled = false;
  private status: number | undefined;
  private retryAfterMs: number | undefined;
  private bytes = 0;
  private readonly chunks: Buffer[] = [];
  private readonly deadline: NodeJS.Timeout;
  private patience: NodeJS.Timeout | undefined;
  private readonly limits: ExchangeLimits;
  private readonly signal: AbortSignal | undefined;
  private readonly resolve: (exchange: Exchange) => void;
  private readonly onAbort = (): void => this.stop('aborted');

  constructor(
    limits: ExchangeLimits,
    signal: AbortSignal | undefined,
    resolve: (exchange: Exchange) => void,
  ) {
    this.limits = limits;
    this.signal = signal;
    this.resolve = resolve;
    this.deadline = setTimeout(() => this.stop('total_timeout'), limits.totalTimeoutMs);
    if (signal?.aborted) this.stop('aborted');
    else signal?.addEventListener('abort', this.onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Stopped while it waited for a connection: undici checks this before it writes.
    if (this.stopped !== undefined) controller.abort(new StoppedExchange(this.stopped));
    else {
      this.controller = controller;
      this.allow('headers_timeout', this.limits.headersTimeoutMs);
    }
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    statusCode: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (statusCode < 200) return;
    this.status = statusCode;
    this.allow('body_timeout', this.limits.bodyTimeoutMs);
    this.retryAfterMs = parseRetryAfter(headers['retry-after'], Date.now());
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.bytes > this.limits.maxBodyBytes) this.stop('body_too_large');
    else {
      this.chunks.push(chunk);
      this.patience?.refresh();
    }
  }

  onResponseEnd(): void {
    // undici has always called onResponseStart before; without a status there is nothing to answer with.
    if (this.status === undefined) this.fail('no_status');
    else {
      this.settle({
        result: 'answered',
        status: this.status,
        body: Buffer.concat(this.chunks).toString('utf8'),
        ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
      });
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.fail(this.stopped ?? toReason(error));
  }

  private fail(reason: string): void {
    const status = this.status === undefined ? {} : { httpStatus: this.status };
    if (this.controller === undefined) this.settle({ result: 'not-sent', reason });
    else this.settle({ result: 'unknown', reason, ...status });
  }

  /** The next sign of life has this long to come. */
  private allow(reason: string, timeoutMs: number): void {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.stop(reason), timeoutMs);
  }

  private stop(reason: string): void {
    this.stopped ??= reason;
    this.fail(reason);
    this.controller?.abort(new StoppedExchange(reason));
  }

  private settle(exchange: Exchange): void {
    if (this.settled) return;
    this.settled = true;
    clearTimeout(this.deadline);
    clearTimeout(this.patience);
    this.signal?.removeEventListener('abort', this.onAbort);
    this.resolve(exchange);
  }
}

/** Seconds or an HTTP date, as milliseconds from now; undefined where unreadable. */
function parseRetryAfter(header: string | string[] | undefined, nowMs: number): number | undefined {
  const text = Array.isArray(header) ? header[0] : header;
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text.trim())) return Number(text) * 1000;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}

/** The error's code, e.g. `ECONNREFUSED` or `UND_ERR_SOCKET`; never its message, which may hold an address. */
function toReason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown_error';
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : error.name;
}
