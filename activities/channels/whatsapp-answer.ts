// What an answer of the Cloud API says about one POST (DESIGN 7.2): Meta's codes decide, never title, subcode or HTTP
// status (F§1.4). Pure.

import { z } from 'zod';
import type { Delivery, DeliveryResult, DeliveryRoute, Failure } from '../../src/messaging/delivery.ts';
import type { Recipient } from '../../src/messaging/message.ts';
import { directSendBanned, failureOfCode, noDirectSend } from '../../src/whatsapp/errors.ts';
import { isInUs } from '../../src/whatsapp/us-numbers.ts';
import { parseJson } from './parse-json.ts';
import type { Exchange } from './post-once.ts';

const acceptedShape = z.looseObject({
  messages: z
    .array(z.looseObject({ id: z.string().min(1), message_status: z.string().optional().catch(undefined) }))
    .min(1),
});

const graphErrorShape = z.looseObject({
  error: z.looseObject({
    // Not coerced: an empty or null code would become 0, which means an authentication failure.
    code: z.union([z.int(), z.string().regex(/^\d+$/)]),
    is_transient: z.boolean().optional().catch(undefined),
  }),
});

/** A read receipt is no message: its answer has no id (F§1.3). */
const receiptShape = z.looseObject({ success: z.literal(true) });

export interface AnswerContext {
  readonly to: Recipient;
  readonly route: DeliveryRoute;
  readonly isReceipt: boolean;
  /** Words of `message_status` that keep a message back. */
  readonly heldStatuses: readonly string[];
}

export function classifyAnswer(exchange: Exchange, context: AnswerContext): DeliveryResult {
  if (exchange.result !== 'answered') return exchange;
  const { status, body, retryAfterMs } = exchange;
  const json = parseJson(body);
  const accepted = status >= 200 && status < 300 ? readAccepted(json, status, context) : undefined;
  if (accepted !== undefined) return accepted;
  const error = graphErrorShape.safeParse(json).data?.error;
  if (error === undefined) return classifyForeign(status);
  const failure = failureOfCode(error.code, {
    httpStatus: status,
    recipientIsUs: isInUs(context.to),
    ...(error.is_transient === undefined ? {} : { isTransient: error.is_transient }),
  });
  const told = context.route === 'direct-send' ? toDirectSendFailure(failure) : failure;
  return {
    result: 'refused',
    failure: retryAfterMs === undefined ? told : { ...told, retryAfterMs },
    httpStatus: status,
  };
}

/**
 * An answer in other words than Meta's. By the standard a 401 "has not been applied" (RFC 9110, 15.5.2): a provider
 * refuses our key by it before Meta is asked. All others leave it open.
 */
function classifyForeign(status: number): DeliveryResult {
  if (status !== 401) return { result: 'unknown', reason: `http_${status}`, httpStatus: status };
  return { result: 'refused', failure: keyRefused, httpStatus: status };
}

const keyRefused: Failure = { code: 'http_401', outcome: 'account', retry: 'park' };

function readAccepted(
  json: unknown,
  httpStatus: number,
  { isReceipt, heldStatuses }: AnswerContext,
): DeliveryResult | undefined {
  if (isReceipt && receiptShape.safeParse(json).success) return { result: 'accepted', httpStatus };
  const message = acceptedShape.safeParse(json).data?.messages[0];
  if (message === undefined) return undefined;
  const held = heldStatuses.includes(message.message_status ?? '');
  return { result: 'accepted', providerMessageId: message.id, httpStatus, ...(held ? { held } : {}) };
}

const directSendRefusals = new Set([noDirectSend, directSendBanned]);

/** The gate is asked again, and lets the message wait for the window instead. */
function toDirectSendFailure(failure: Failure): Failure {
  if (!directSendRefusals.has(failure.code)) return failure;
  return { code: failure.code, outcome: 'window', retry: 'transient' };
}

/** Whether another token would do (F§3.2). Permissions are not a matter of the token's age. */
export function isTokenRefused({ code }: Failure): boolean {
  return code === '0' || code === '190' || code === keyRefused.code;
}

/** Nobody was asked: `httpStatus` 0 says so. */
export function refusedByUs(failure: Failure): Delivery {
  return { result: 'refused', failure, httpStatus: 0 };
}
