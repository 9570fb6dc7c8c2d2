// E-mail over SMTP as a channel client, pooled (DESIGN 7.2). Runs in the worker. The attempt's token travels in a
// header and makes the Message-ID, so that a second copy of one attempt is recognisable as such.

import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { ChannelClient, Delivery, DeliveryRequest } from '../../src/messaging/delivery.ts';
import type { ClosableChannel } from './closable-channel.ts';
import { failureOfSmtpReply } from './smtp-errors.ts';

export interface SmtpOptions {
  /** `smtp://user:pass@host:port` or `smtps://…`, with nodemailer's options as query. */
  readonly url: string;
  readonly limits?: Partial<SmtpLimits>;
}

/** Milliseconds. A server may think for long about a whole message, hence the larger ones. */
export interface SmtpLimits {
  readonly connectTimeoutMs: number;
  readonly greetingTimeoutMs: number;
  /** Of silence on an open connection. */
  readonly silenceTimeoutMs: number;
  readonly totalTimeoutMs: number;
}

const defaultLimits: SmtpLimits = {
  connectTimeoutMs: 3_000,
  greetingTimeoutMs: 5_000,
  silenceTimeoutMs: 30_000,
  totalTimeoutMs: 60_000,
};

/** The client. The sender's provider id is the From address. */
export function createSmtp(options: SmtpOptions): ClosableChannel {
  const limits = { ...defaultLimits, ...options.limits };
  const { transport, hasBodyBegun, forget } = createTracked(options.url, limits);
  const deliver: ChannelClient['deliver'] = async (request) => {
    if (request.message.channel !== 'email') return refusedByUs('wrong_channel');
    const address = request.to.email;
    if (address === undefined) return refusedByUs('no-recipient');
    // One address and nothing else: a list would be one message to several people.
    if (!/^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/.test(address))
      return refusedByUs('address-invalid', 'undeliverable');
    const messageId = toMessageId(request);
    const deadline = AbortSignal.timeout(limits.totalTimeoutMs);
    const signal = request.signal === undefined ? deadline : AbortSignal.any([request.signal, deadline]);
    try {
      const sent = await transport.sendMail({
        from: request.sender.providerId,
        to: { name: '', address },
        subject: request.message.subject,
        html: request.message.html,
        ...(request.message.text === undefined ? {} : { text: request.message.text }),
        messageId,
        headers: { 'X-Jornada-Attempt': request.token },
        signal,
      });
      return { result: 'accepted', providerMessageId: messageId, httpStatus: toStatus(sent.response) ?? 250 };
    } catch (error) {
      return classify(error, hasBodyBegun(messageId));
    } finally {
      forget(messageId);
    }
  };
  return {
    channel: 'email',
    deliver,
    close: async () => transport.close(),
  };
}

/**
 * A pooled transport that knows whether a message's text began to flow. nodemailer names no phase in its socket
 * errors, so the stream it sends is remembered: it is read only after the server answered DATA, and before that
 * nothing of the message has left.
 */
function createTracked(url: string, limits: SmtpLimits) {
  const bodies = new Map<string, Readable>();
  const transport = createTransport({
    url,
    pool: true,
    // A kept connection that the server had closed: once more over a new one, of nothing sent yet.
    maxRequeues: 1,
    connectionTimeout: limits.connectTimeoutMs,
    dnsTimeout: limits.connectTimeoutMs,
    greetingTimeout: limits.greetingTimeoutMs,
    socketTimeout: limits.silenceTimeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.use('stream', (mail, done) => {
    const { message } = mail;
    const createReadStream = message.createReadStream.bind(message);
    message.createReadStream = (...args) => {
      const body = createReadStream(...args);
      bodies.set(message.messageId(), body);
      return body;
    };
    done();
  });
  return {
    transport,
    hasBodyBegun: (messageId: string) => bodies.get(messageId)?.readableDidRead === true,
    forget: (messageId: string) => void bodies.delete(messageId),
  };
}

function toMessageId({ sender, token }: DeliveryRequest): string {
  const domain = /@([A-Za-z0-9.-]+)/.exec(sender.providerId)?.[1] ?? 'jornada.invalid';
  return `<${encodeURIComponent(token)}@${domain}>`;
}

/** Errors that are the server's reply to a command of this message, or our own check of it. */
const refusals = new Set(['EENVELOPE', 'EMESSAGE', 'EAUTH']);

function classify(error: unknown, bodyBegun: boolean): Delivery {
  const { code, command, originalCode, responseCode } = toFacts(error);
  const isRefusal = refusals.has(code);
  // A reply beside a closed connection counts as the answer only while no text had left.
  if (responseCode !== undefined && (isRefusal || !bodyBegun)) {
    const failure = failureOfSmtpReply({ status: responseCode, command });
    return { result: 'refused', failure, httpStatus: responseCode };
  }
  const reason = originalCode ?? code;
  if (bodyBegun) return { result: 'unknown', reason };
  return isRefusal && command === 'API' ? refusedByUs('envelope') : { result: 'not-sent', reason };
}

interface SmtpFacts {
  readonly code: string;
  readonly command: string;
  readonly originalCode?: string;
  readonly responseCode?: number;
}

function toFacts(error: unknown): SmtpFacts {
  const fields: { readonly [name: string]: unknown } =
    typeof error === 'object' && error !== null ? { ...error } : {};
  const { code, command, originalCode, responseCode } = fields;
  return {
    code: typeof code === 'string' ? code : 'unknown_error',
    command: typeof command === 'string' ? command : '',
    ...(typeof originalCode === 'string' ? { originalCode } : {}),
    ...(typeof responseCode === 'number' ? { responseCode } : {}),
  };
}

function toStatus(response: string): number | undefined {
  const digits = /^\d{3}/.exec(response)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** `httpStatus` 0: nobody was asked. */
function refusedByUs(code: string, outcome: 'invalid' | 'undeliverable' = 'invalid'): Delivery {
  return { result: 'refused', failure: { code, outcome, retry: 'never' }, httpStatus: 0 };
}
