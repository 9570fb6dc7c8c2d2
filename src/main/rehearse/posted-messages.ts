// The WhatsApp messages of a run that have left, with Meta's name for them: from the ledger and the emulator together.
// Other channels tell nothing after their answer.

import type { Local } from '../start-local.ts';

export interface PostedMessage {
  readonly send: string;
  readonly node: string;
  /** Meta's name of it, where WhatsApp took it. */
  readonly wamid: string | undefined;
}

/** Newest last. */
export async function listMessages(
  { store, meta }: Pick<Local, 'store' | 'meta'>,
  phone: string | undefined,
  runId: string,
): Promise<readonly PostedMessage[]> {
  const rows = await store
    .selectFrom('attempt')
    .innerJoin('send', 'send.id', 'attempt.send_id')
    .select(['send.id', 'send.node', 'attempt.token'])
    .where('send.run_id', '=', runId)
    .where('send.channel', '=', 'whatsapp')
    .where('attempt.state', 'in', ['accepted', 'unknown'])
    .orderBy('send.created_at')
    .orderBy('attempt.number')
    .execute();
  const taken = phone === undefined ? [] : meta.messages(phone);
  return rows.map(({ id, node, token }) => ({
    send: id,
    node,
    wamid: taken.find((message) => message.token === token)?.wamid,
  }));
}
