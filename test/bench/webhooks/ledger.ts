// A ledger with accepted sends that await delivery, for the webhooks of a bench to settle.

import { sql } from 'kysely';
import type { Store } from '../../../src/store/store.ts';
import type { StatusOf } from './status-webhooks.ts';

export interface AwaitingSend {
  readonly runId: string;
  readonly token: string;
  readonly phone: string;
}

export async function storeAwaitingSends(store: Store, count: number): Promise<AwaitingSend[]> {
  await sql`insert into journey values ('bench', 1)`.execute(store);
  await sql`
    insert into journey_version (journey_id, version, hash, chart_hash, source, definition, chart, events)
    values ('bench', 1, '', '', '', '{}', '{}', '{}')`.execute(store);
  await sql`insert into sender (id, channel, provider_id) values ('sdr_b', 'whatsapp', '1001')`.execute(
    store,
  );
  await sql`
    insert into person (id, external_id, phone, time_zone, business_scoped_user_id)
    select 'per_' || n, 'guest-' || n, '+8210' || (20000000 + n), 'Asia/Seoul', 'KR.' || n
    from generate_series(1, ${count}::int) n`.execute(store);
  await sql`
    insert into run (id, journey_id, version, person_id, state)
    select 'run_' || n, 'bench', 1, 'per_' || n, 'running' from generate_series(1, ${count}::int) n`.execute(
    store,
  );
  await sql`
    insert into send (id, run_id, node, visit, person_id, sender_id, channel, category, state, awaits, expires_at, attempted)
    select 'snd_' || n, 'run_' || n, 'offer', 1, 'per_' || n, 'sdr_b', 'whatsapp', 'marketing', 'accepted', 'delivered',
      now() + interval '1 day', true
    from generate_series(1, ${count}::int) n`.execute(store);
  await sql`
    insert into attempt (token, send_id, number, state, started_at, provider_message_id)
    select 'att_' || n, 'snd_' || n, 1, 'accepted', now(), 'wamid.' || n
    from generate_series(1, ${count}::int) n`.execute(store);
  return Array.from({ length: count }, (_, index) => {
    const n = index + 1;
    return { runId: `run_${n}`, token: `att_${n}`, phone: `8210${20_000_000 + n}` };
  });
}

/** What Meta tells of one send, in order. */
export function toStatuses({ token, phone }: AwaitingSend): StatusOf[] {
  const id = `wamid.${token.slice('att_'.length)}`;
  return (['sent', 'delivered', 'read'] as const).map((word) => ({ id, word, token, phone }));
}
