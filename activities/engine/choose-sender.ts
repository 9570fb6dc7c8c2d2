// Who sends a message: whoever has it in hand already; else the one that the node or its journey names; else the number that the person
// is talking to; else the default. One question to the database.

import { sql } from 'kysely';
import type { Channel } from '../../src/messaging/message.ts';
import type { Store } from '../../src/store/store.ts';
import type { Visit } from './load-visit.ts';
import type { SenderRow } from './sending.ts';

export interface SenderWish {
  readonly channel: Channel;
  /** The author's choice, by the name in the configuration. */
  readonly name: string | undefined;
}

/** Undefined where the channel has no sender, or none of that name. */
export async function chooseSender(
  store: Store,
  visit: Pick<Visit, 'runId' | 'node' | 'visit' | 'now'> & { readonly person: { readonly id: string } },
  { channel, name }: SenderWish,
): Promise<SenderRow | undefined> {
  const now = new Date(visit.now);
  return (
    store
      .selectFrom('sender')
      .leftJoin('send', (join) =>
        join
          .onRef('send.sender_id', '=', 'sender.id')
          .on('send.run_id', '=', visit.runId)
          .on('send.node', '=', visit.node)
          .on('send.visit', '=', visit.visit),
      )
      .leftJoin('channel_memory', (join) =>
        join
          .onRef('channel_memory.sender_id', '=', 'sender.id')
          .on('channel_memory.person_id', '=', visit.person.id),
      )
      .select(['sender.id', 'provider_id', 'account_id', 'display_phone', 'direct_send'])
      .where('sender.channel', '=', channel)
      .where((eb) => {
        const configured = eb('sender.active', '=', true);
        const fits = name === undefined ? configured : eb.and([configured, eb('sender.name', '=', name)]);
        return eb.or([eb('send.id', 'is not', null), fits]);
      })
      .orderBy(sql`send.id is null`)
      // The newest of those that are open; the closed ones are all the same.
      .orderBy(sql`greatest(window_ends_at, ${now}::timestamptz)`, 'desc')
      .orderBy('is_default', 'desc')
      .orderBy('sender.created_at')
      .orderBy('sender.id')
      .limit(1)
      .executeTakeFirst()
  );
}
