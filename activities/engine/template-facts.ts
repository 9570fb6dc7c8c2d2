// Reads what is known of a message's template, `FOR SHARE`: whoever changes the row waits for us, commits, then wakes the
// parked (DESIGN 7.1).

import type { MessageCategory, OutgoingMessage } from '../../src/messaging/message.ts';
import type { TemplateFacts } from '../../src/messaging/template-facts.ts';
import type { StoreTransaction } from '../../src/store/store.ts';

export interface TemplateInUse {
  /** As of now: Meta may have changed it since the journey was published (F§0 row 9). */
  readonly category: MessageCategory;
  readonly facts: TemplateFacts;
}

/** Undefined for messages without one. A template never heard of is marketing. */
export async function readTemplate(
  trx: StoreTransaction,
  accountId: string | null,
  message: OutgoingMessage,
): Promise<TemplateInUse | undefined> {
  if (message.channel !== 'whatsapp' || message.body.type !== 'template') return undefined;
  const { name, language } = message.body.template;
  const row = await trx
    .selectFrom('template')
    .select(['category', 'status'])
    .where('account_id', '=', accountId ?? '')
    .where('name', '=', name)
    .where('language', '=', language.code)
    .forShare()
    .executeTakeFirst();
  return row === undefined
    ? { category: 'marketing', facts: {} }
    : { category: row.category, facts: { status: row.status } };
}
