// What a webhook of Meta splits into: items that are stored and applied one by one, each with a unique, deterministic
// key. Pure types and their words.

import type { AccountItem } from './account-news.ts';
import type { InboundContent } from './inbound-content.ts';
import type { TemplateItem } from './template-news.ts';

/** Statuses that say something about a send; any other is ignored (F§2.3). */
export const statusWords = ['sent', 'delivered', 'read', 'played', 'failed'] as const;
export type StatusWord = (typeof statusWords)[number];

/**
 * Who wrote or was written to: at least one of the three (F§0 row 8). `phone` is E.164; `userId` belongs to one business
 * portfolio, `parentUserId` to linked ones.
 */
export interface WebhookPerson {
  readonly phone?: string | undefined;
  readonly userId?: string | undefined;
  readonly parentUserId?: string | undefined;
}

export interface StatusItem {
  readonly kind: 'status';
  readonly key: string;
  /** Our attempt's token, where Meta echoed it. */
  readonly token?: string | undefined;
  readonly providerMessageId: string;
  readonly status: StatusWord;
  readonly atMs: number;
  /** Meta's error code of a `failed`. */
  readonly code?: string | undefined;
  /** What Meta charges for, in its own words, such as `marketing` and `free_entry_point` (F§2.3). */
  readonly price?: { readonly category?: string | undefined; readonly type?: string | undefined } | undefined;
  readonly phoneNumberId?: string | undefined;
  readonly recipient?: WebhookPerson | undefined;
}

export interface InboundItem extends InboundContent {
  readonly kind: 'inbound';
  readonly key: string;
  readonly id: string;
  readonly phoneNumberId: string;
  readonly atMs: number;
  readonly from: WebhookPerson;
  /** What they call themselves, for people whom we don't know yet. */
  readonly profileName?: string | undefined;
  /** Meta's word, e.g. `text`, `button`, `image`, `unsupported`, or `call`; a new one is passed on as it is. */
  readonly type: string;
  /** The message it answers or reacts to. */
  readonly contextId?: string | undefined;
}

/** A person's number or id has become another (F§2.4, F§2.5). */
export interface IdentityItem {
  readonly kind: 'identity';
  readonly key: string;
  readonly atMs: number;
  readonly from: WebhookPerson;
  readonly to: WebhookPerson;
}

/** What a person can choose at Meta about marketing of this business (F§2.5). */
export const preferenceWords = ['stop', 'resume', 'signup'] as const;

export interface PreferenceItem {
  readonly kind: 'preference';
  readonly key: string;
  readonly atMs: number;
  readonly from: WebhookPerson;
  readonly value: (typeof preferenceWords)[number];
  /** Of the link that the person signed up by. */
  readonly signupId?: string | undefined;
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

export type WebhookItem =
  | StatusItem
  | InboundItem
  | IdentityItem
  | PreferenceItem
  | AccountItem
  | TemplateItem
  | SelfTestItem
  | IgnoredItem;

export interface SplitWebhook {
  readonly items: readonly WebhookItem[];
  /** How many of the items are `ignored`. */
  readonly ignored: number;
}
