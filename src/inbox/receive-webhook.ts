// From a webhook's raw bytes to stored items: verified, split, committed. Resolves when all of it is durable. Runs in
// the HTTP server; nothing unsigned is stored.

import { nestsTooDeep } from '../whatsapp/webhook/nesting.ts';
import { isSignedWebhook } from '../whatsapp/webhook/signature.ts';
import { splitWebhook } from '../whatsapp/webhook/split-webhook.ts';
import type { GroupCommit } from './group-commit.ts';
import { toIgnoredFields, toInboxItems } from './webhook-item.ts';

export interface ReceivedWebhook {
  readonly rawBody: Buffer;
  /** The header `X-Hub-Signature-256`. */
  readonly signature: string | undefined;
  /** App secrets; none refuses everything. */
  readonly secrets: readonly string[];
  /** Epoch milliseconds. */
  readonly receivedAtMs: number;
}

export type Received =
  | { readonly result: 'stored'; readonly items: number; readonly ignored: number }
  | { readonly result: 'unsigned' }
  | { readonly result: 'garbled' }
  /** Deeper than anything of Meta's. */
  | { readonly result: 'too-deep' };

/** Rejects with the store's error where the items may not be durable: the sender has to repeat them. */
export async function receiveWebhook(
  inbox: GroupCommit,
  { rawBody, signature, secrets, receivedAtMs }: ReceivedWebhook,
): Promise<Received> {
  if (!isSignedWebhook({ rawBody, signature, secrets })) return { result: 'unsigned' };
  const json = rawBody.toString('utf8');
  if (nestsTooDeep(json)) return { result: 'too-deep' };
  const body = parse(json);
  if (body === undefined) return { result: 'garbled' };
  const { items, ignored } = splitWebhook(body, receivedAtMs);
  await inbox.add(toInboxItems(items));
  if (ignored > 0) inbox.ignore(toIgnoredFields(items), receivedAtMs);
  return { result: 'stored', items: items.length, ignored };
}

/** JSON has no `undefined`, so it can stand for what is no JSON. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
