// Reads a request body as a message, a read receipt or a marketing message. Pure.

import { GraphError } from '../graph-error.ts';
import { marketingMessageSchema } from './marketing-message.ts';
import { type CloudMessage, MESSAGE_TYPES, messageSchema } from './message.ts';
import { readReceiptSchema } from './read-receipt.ts';
import { toGraphError } from './to-graph-error.ts';

export type ParsedRequest =
  | { readonly kind: 'message'; readonly message: CloudMessage }
  | { readonly kind: 'read-receipt'; readonly wamid: string; readonly isTyping: boolean };

/** What people or Meta send and a business cannot (F§2.4). */
const INBOUND_TYPES: readonly unknown[] = ['order', 'button', 'system', 'unsupported', 'revoke', 'edit'];

/** @throws GraphError 100, 131008, 131009, 131051 or 132018 (F§3.2) with the parameter's name in `details`. */
export function parseMessage(body: unknown): ParsedRequest {
  if (has(body, 'status')) {
    const receipt = readReceiptSchema.safeParse(body);
    if (!receipt.success) throw toGraphError(receipt.error, body);
    const { message_id: wamid, typing_indicator: typing } = receipt.data;
    return { kind: 'read-receipt', wamid, isTyping: typing !== undefined };
  }
  if (has(body, 'type')) assertType(body.type);
  const message = messageSchema.safeParse(body);
  if (!message.success) throw toGraphError(message.error, body);
  return { kind: 'message', message: message.data };
}

export interface MarketingRequest {
  readonly message: CloudMessage;
  readonly productPolicy: 'CLOUD_API_FALLBACK' | 'STRICT';
}

/** @throws GraphError as `parseMessage`, and 131055 for what is no template (F§1.5). */
export function parseMarketingMessage(body: unknown): MarketingRequest {
  if (has(body, 'type') && body.type !== 'template') {
    throw new GraphError({ code: 131055 });
  }
  const parsed = marketingMessageSchema.safeParse(body);
  if (!parsed.success) throw toGraphError(parsed.error, body);
  const {
    product_policy: productPolicy = 'CLOUD_API_FALLBACK',
    message_activity_sharing: _,
    ...message
  } = parsed.data;
  return { message, productPolicy };
}

function assertType(type: unknown): void {
  if (INBOUND_TYPES.includes(type)) {
    throw new GraphError({ code: 131051, details: `Message type ${String(type)} cannot be sent.` });
  }
  if (typeof type !== 'string' || !MESSAGE_TYPES.includes(type)) {
    const names = MESSAGE_TYPES.map((name) => name.toUpperCase()).join(', ');
    throw new GraphError({ code: 100, title: `Param type must be one of {${names}}` });
  }
}

function has<Key extends string>(body: unknown, key: Key): body is Record<Key, unknown> {
  return typeof body === 'object' && body !== null && key in body;
}
