// Remembers what a refused message tells about its template: for everybody, at once, so that those behind it stop at the
// gate. Real time. Lock order: the person's memory, the send, the template.

import { judgeTemplate, missingStatus } from '../messaging/template-facts.ts';
import { addNotice } from './notices.ts';
import type { StoreTransaction } from './store.ts';
import { findTemplate, type TemplateKey, tellTemplate, toTemplateFacts } from './templates.ts';

/** By the words of the error table. */
const statusOf: { readonly [effect: string]: string } = {
  'template-paused': 'PAUSED',
  'template-disabled': 'DISABLED',
  'template-missing': missingStatus,
};

export interface TemplateRefusal {
  /** What the code teaches, a word of the error table. */
  readonly effect: string | undefined;
  readonly code: string;
  /** Refused at once: when it was sent, dropped later: when that was. What was told of the template since is newer. */
  readonly at: Date;
}

/** A template that can't be sent anyway keeps its state: Meta's own word for it says more than a code. */
export async function rememberTemplateRefusal(
  trx: StoreTransaction,
  key: TemplateKey,
  { effect, code, at }: TemplateRefusal,
): Promise<void> {
  const status = effect === undefined ? undefined : statusOf[effect];
  if (status === undefined) return;
  const known = await findTemplate(trx, key);
  if (known !== undefined && judgeTemplate(toTemplateFacts(known), at.getTime()) !== 'sendable') return;
  const { before, after } = await tellTemplate(trx, key, {
    at: at.getTime(),
    status: { word: status, reason: code },
  });
  if (after.status !== status || before.status === status) return;
  const facts = { template: key.name, language: key.language, reason: code };
  const scope = { scope: 'account', scopeId: key.accountId } as const;
  await addNotice(trx, { ...scope, event: `TEMPLATE_${status}`, severity: 'critical', facts, at });
}

/** The template that a send's last attempt used. */
export async function findTemplateOfSend(
  trx: StoreTransaction,
  sendId: string,
): Promise<TemplateKey | undefined> {
  const row = await trx
    .selectFrom('send')
    .innerJoin('sender', 'sender.id', 'send.sender_id')
    .select(['send.template', 'sender.account_id'])
    .where('send.id', '=', sendId)
    .executeTakeFirst();
  const [name, language] = row?.template?.split('/') ?? [];
  if (row === undefined || name === undefined || language === undefined) return undefined;
  return { accountId: row.account_id ?? '', name, language };
}
