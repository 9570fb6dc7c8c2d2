// What a webhook of Meta splits into: items that are stored and applied one by one, each with a unique, deterministic
// key. Pure types and their words.

/** Statuses that say something about a send; any other is ignored (F§2.3). */
export const statusWords = ['sent', 'delivered', 'read', 'played', 'failed'] as const;
export type StatusWord = (typeof statusWords)[number];

/** Who wrote or was written to. `phone` is E.164; either may be missing since business-scoped ids (F§0 row 8). */
export interface WebhookPerson {
  readonly phone?: string;
  readonly userId?: string;
}

export interface StatusItem {
  readonly kind: 'status';
  readonly key: string;
  /** Our attempt's token, where Meta echoed it. */
  readonly token?: string;
  readonly providerMessageId: string;
  readonly status: StatusWord;
  readonly atMs: number;
  /** Meta's error code of a `failed`. */
  readonly code?: string;
  readonly phoneNumberId?: string;
  readonly recipient?: WebhookPerson;
}

export interface InboundItem {
  readonly kind: 'inbound';
  readonly key: string;
  readonly id: string;
  readonly phoneNumberId: string;
  readonly atMs: number;
  readonly from: WebhookPerson;
  /** Meta's word, e.g. `text`, `button`, `image`, `unsupported`; a new one is passed on as it is. */
  readonly type: string;
  readonly text?: string;
  /** The message it answers or reacts to. */
  readonly contextId?: string;
  readonly button?: { readonly payload: string; readonly text?: string };
}

export interface SelfTestItem {
  readonly kind: 'self-test';
  readonly key: string;
  readonly id: string;
  readonly atMs: number;
}

export interface IgnoredItem {
  readonly kind: 'ignored';
  readonly key?: string;
  /** What was ignored, e.g. `account_update`, `messages.statuses.deleted`. Never content. */
  readonly field: string;
}

export type WebhookItem = StatusItem | InboundItem | SelfTestItem | IgnoredItem;

export interface SplitWebhook {
  readonly items: readonly WebhookItem[];
  /** How many of the items are `ignored`. */
  readonly ignored: number;
}
