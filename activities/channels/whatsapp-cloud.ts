// Meta's Cloud API as a channel client: one POST, one classified answer (DESIGN 7.2). Runs in the worker.

import type { Dispatcher } from 'undici';
import { z } from 'zod';
import type { ChannelClient, Delivery, DeliveryRequest, Failure } from '../../src/messaging/delivery.ts';
import { failureOfCode } from '../../src/whatsapp/errors.ts';
import { failureOfProblems, toRequestBody } from '../../src/whatsapp/payload.ts';
import { isUsNumber } from '../../src/whatsapp/us-numbers.ts';
import type { ClosableChannel } from './closable-channel.ts';
import { parseJson } from './parse-json.ts';
import { createPool, defaultLimits, type Exchange, type ExchangeLimits, postOnce } from './post-once.ts';

export interface WhatsAppCloudOptions {
  /** Without a version, e.g. the emulator's address. */
  readonly baseUrl: string;
  /** Of the Graph API, e.g. `v25.0`. */
  readonly version: string;
  /** Asked at each send, so that a rotated token needs no restart. */
  readonly accessToken: () => string;
  readonly dispatcher?: Dispatcher;
  readonly limits?: Partial<ExchangeLimits>;
}

/** The client. A given `dispatcher` stays open at `close()`; the client's own pool is closed. */
export function createWhatsAppCloud(options: WhatsAppCloudOptions): ClosableChannel {
  const limits = { ...defaultLimits, ...options.limits };
  const pool = options.dispatcher ?? createPool(limits);
  const deliver: ChannelClient['deliver'] = async ({ message, sender, to, signal, ...rest }) => {
    if (message.channel !== 'whatsapp')
      return refusedByUs({ code: 'wrong_channel', outcome: 'invalid', retry: 'never' });
    const payload = toRequestBody({ content: message.body, to, ...rest });
    if (!payload.ok) return refusedByUs(failureOfProblems(payload.problems));
    const exchange = await postOnce(pool, limits, () => ({
      method: 'POST',
      url: `${options.baseUrl}/${options.version}/${encodeURIComponent(sender.providerId)}/messages`,
      headers: {
        authorization: `Bearer ${options.accessToken()}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify(payload.body),
      signal,
    }));
    const isReceipt = message.body.type === 'read';
    return isReceipt && isReceiptTaken(exchange) ? receiptTaken : classify(exchange, to);
  };
  return {
    channel: 'whatsapp',
    deliver,
    close: async () => {
      if (options.dispatcher === undefined) await pool.close();
    },
  };
}

const acceptedShape = z.looseObject({
  messages: z
    .array(z.looseObject({ id: z.string().min(1), message_status: z.string().optional().catch(undefined) }))
    .min(1),
});

/** A read receipt is no message: its answer has no id (F§1.3). */
const receiptShape = z.looseObject({ success: z.literal(true) });

const receiptTaken: Delivery = { result: 'accepted', httpStatus: 200 };

function isReceiptTaken(exchange: Exchange): boolean {
  return (
    exchange.result === 'answered' &&
    exchange.status === 200 &&
    receiptShape.safeParse(parseJson(exchange.body)).success
  );
}

const graphErrorShape = z.looseObject({
  error: z.looseObject({
    // Not coerced: an empty or null code would become 0, which means an authentication failure.
    code: z.union([z.int(), z.string().regex(/^\d+$/)]),
    is_transient: z.boolean().optional().catch(undefined),
  }),
});

/** Build on the code, never on title, subcode or HTTP status (F§1.4). */
function classify(exchange: Exchange, to: DeliveryRequest['to']): Delivery {
  if (exchange.result !== 'answered') return exchange;
  const { status, body, retryAfterMs } = exchange;
  const json = parseJson(body);
  const accepted = status >= 200 && status < 300 ? acceptedShape.safeParse(json).data : undefined;
  const message = accepted?.messages[0];
  if (message !== undefined) {
    const held = message.message_status === 'held_for_quality_assessment';
    return {
      result: 'accepted',
      providerMessageId: message.id,
      httpStatus: status,
      ...(held ? { held } : {}),
    };
  }
  const error = graphErrorShape.safeParse(json).data?.error;
  if (error === undefined) return { result: 'unknown', reason: `http_${status}`, httpStatus: status };
  const failure = failureOfCode(error.code, {
    httpStatus: status,
    recipientIsUs: to.phone !== undefined && isUsNumber(to.phone),
    ...(error.is_transient === undefined ? {} : { isTransient: error.is_transient }),
  });
  return {
    result: 'refused',
    failure: retryAfterMs === undefined ? failure : { ...failure, retryAfterMs },
    httpStatus: status,
  };
}

/** What Meta would refuse for its form alone never leaves: `httpStatus` 0 says that nobody was asked. */
function refusedByUs(failure: Failure): Delivery {
  return { result: 'refused', failure, httpStatus: 0 };
}
