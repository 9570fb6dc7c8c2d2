// Items of a webhook as inbox items: the same key at every redelivery, the shard from the token, else the person.
// Pure. What we ignore is not stored: it has no key, and nothing would read it.

import type { NewInboxItem } from '../store/inbox.ts';
import type { WebhookItem, WebhookPerson } from '../whatsapp/webhook/items.ts';
import { shardOf } from './shard-of.ts';

/** The items to store; the payload is the item as it was split. */
export function toInboxItems(items: readonly WebhookItem[]): NewInboxItem[] {
  return items.flatMap((item) =>
    item.kind === 'ignored'
      ? []
      : [{ key: item.key, kind: item.kind, shard: shardOf(subjectOf(item)), payload: { ...item } }],
  );
}

/** What was ignored, one word for each time. */
export function toIgnoredFields(items: readonly WebhookItem[]): string[] {
  return items.flatMap((item) => (item.kind === 'ignored' ? [item.field] : []));
}

function subjectOf(item: Exclude<WebhookItem, { kind: 'ignored' }>): string {
  switch (item.kind) {
    case 'status':
      return item.token ?? addressOf(item.recipient) ?? item.providerMessageId;
    case 'inbound':
      return addressOf(item.from) ?? item.id;
    case 'identity':
    case 'preference':
      return addressOf(item.from) ?? item.key;
    case 'template':
      return item.accountId;
    case 'account':
      // One after the other for an account and all its numbers.
      return item.accountId ?? item.phoneNumberId ?? item.kind;
    case 'self-test':
      return item.kind;
  }
}

function addressOf(person: WebhookPerson | undefined): string | undefined {
  return person?.phone ?? person?.userId ?? person?.parentUserId;
}
