// The messages of a run that were posted, with what the emulated provider knows of them: from the ledger and the
// emulators together.

import type { Channel } from '../../messaging/message.ts';
import type { Local } from '../start-local.ts';

export interface PostedMessage {
  readonly send: string;
  readonly node: string;
  readonly channel: Channel;
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
    .select(['send.id', 'send.node', 'send.channel', 'attempt.token'])
    .where('send.run_id', '=', runId)
    .orderBy('send.created_at')
    .orderBy('attempt.number')
    .execute();
  const taken = phone === undefined ? [] : meta.messages(phone);
  return rows.map(({ id, node, channel, token }) => ({
    send: id,
    node,
    channel,
    wamid: taken.find((message) => message.token === token)?.wamid,
  }));
}
