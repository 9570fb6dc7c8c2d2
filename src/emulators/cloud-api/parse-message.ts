// Reads a request body as a message or a read receipt, and turns the first problem into the error Meta gives:
// 100 for what is missing or unknown, 131009 for a value that isn't valid. Pure.

import type * as z from 'zod';
import { GraphError } from './graph-error.ts';
import { type CloudMessage, messageSchema, readReceiptSchema } from './message-schema.ts';

export type ParsedRequest =
  | { readonly kind: 'message'; readonly message: CloudMessage }
  | { readonly kind: 'read-receipt'; readonly wamid: string };

/** @throws GraphError 100 or 131009 (F§3.2) with the parameter's name in `details`. */
export function parseMessage(body: unknown): ParsedRequest {
  if (typeof body === 'object' && body !== null && 'status' in body) {
    const receipt = readReceiptSchema.safeParse(body);
    if (!receipt.success) throw toGraphError(receipt.error);
    return { kind: 'read-receipt', wamid: receipt.data.message_id };
  }
  const message = messageSchema.safeParse(body);
  if (!message.success) throw toGraphError(message.error, body);
  return { kind: 'message', message: message.data };
}

function toGraphError(error: z.ZodError, body?: unknown): GraphError {
  const [issue] = error.issues;
  const path = issue?.path ?? [];
  const name = toParameterName(path);
  if (issue?.code === 'unrecognized_keys') {
    const key = toParameterName([...path, issue.keys[0] ?? '']);
    return new GraphError({ code: 100, title: `Unexpected key "${key}"`, details: `Unexpected key ${key}.` });
  }
  if (issue?.code === 'invalid_union' && issue.discriminator === 'type' && path.length <= 1) {
    return new GraphError({ code: 100, title: 'Param type must be one of the message types' });
  }
  if (issue !== undefined && isMissing(issue, body)) {
    return new GraphError({
      code: 100,
      title: `The parameter ${name} is required.`,
      details: `${name} is missing.`,
    });
  }
  return new GraphError({ code: 131009, details: `Parameter ${name}: ${issue?.message ?? 'invalid'}` });
}

function isMissing(issue: z.core.$ZodIssue, body: unknown): boolean {
  if (issue.code === 'custom') return issue.params?.missing === true;
  let value: unknown = body;
  for (const key of issue.path) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value === undefined;
}

/** `text['body']`, as Graph writes it. */
function toParameterName([first, ...rest]: readonly PropertyKey[]): string {
  return [String(first ?? 'body'), ...rest.map((key) => `['${String(key)}']`)].join('');
}
