// Who waits at the gate with which template.

import { sql } from 'kysely';
import type { StoreTransaction } from './store.ts';

/** Runs whose message waits at the gate and may go out by this template; of one policy, or of any. */
export async function listRunsParkedWith(
  trx: StoreTransaction,
  {
    accountId,
    name,
    language,
  }: { readonly accountId: string; readonly name: string; readonly language: string },
  policy: string | undefined,
): Promise<string[]> {
  const parked = trx
    .selectFrom('send')
    .innerJoin('sender', 'sender.id', 'send.sender_id')
    .select('send.run_id')
    .where((eb) => eb(eb.fn.coalesce('sender.account_id', eb.val('')), '=', accountId))
    .where('send.state', '=', 'parked')
    .where(sql<boolean>`send.templates @> ${[toTemplateWord({ name, language })]}::text[]`)
    .orderBy('send.id');
  const rows = await (policy === undefined ? parked : parked.where('send.policy', '=', policy)).execute();
  return rows.map(({ run_id }) => run_id);
}

/** A template as a send's row names it. */
export function toTemplateWord({
  name,
  language,
}: {
  readonly name: string;
  readonly language: string;
}): string {
  return `${name}/${language}`;
}

/** What messages of this account wait for by the policy `template`, as their rows name it. */
export async function listTemplatesWaitedFor(
  trx: StoreTransaction,
  accountId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ word: string }>`
    select distinct unnest(send.templates) as word
    from send join sender on sender.id = send.sender_id
    where coalesce(sender.account_id, '') = ${accountId}
      and send.state = 'parked' and send.policy = 'template'`.execute(trx);
  return new Set(rows.map(({ word }) => word));
}
