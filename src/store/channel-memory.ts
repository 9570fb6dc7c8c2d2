// What is remembered of a person with a sender (DESIGN 7.4): one row, shared by all journeys, locked by whoever decides or
// learns. Lock order everywhere: memory, send, template, restrictions, the portfolio's count. `trx` is a transaction.

import { type Selectable, sql } from 'kysely';
import type { MessageCategory } from '../messaging/message.ts';
import {
  type LearntMemory,
  learnFromDelivery,
  learnFromInbound,
  learnFromProbe,
  learnFromRefusal,
} from '../whatsapp/learn.ts';
import { storeConsents } from './people.ts';
import type { Store, StoreTransaction } from './store.ts';
import type { ChannelMemoryTable } from './tables/senders.ts';

export interface MemoryKey {
  readonly personId: string;
  readonly senderId: string;
}

const columns = [
  'window_ends_at',
  'window_refusals',
  'window_refused_at',
  'ad_entry_at',
  'cooldown_since',
  'cooldown_count',
  'experiment_since',
  'experiment_checked_at',
  'experiment_probe',
  'unreachable_at',
  'unreachable_count',
] as const;

type MemoryRow = Pick<Selectable<ChannelMemoryTable>, (typeof columns)[number]>;

/** Locks the row until the transaction ends, making it where there is none. */
export async function lockMemory(trx: StoreTransaction, key: MemoryKey): Promise<LearntMemory> {
  await trx
    .insertInto('channel_memory')
    .values({ person_id: key.personId, sender_id: key.senderId })
    .onConflict((conflict) => conflict.columns(['person_id', 'sender_id']).doNothing())
    .execute();
  return toLearnt(await selectMemory(trx, key).forUpdate().executeTakeFirstOrThrow());
}

/** What is remembered now; nothing is locked, and no row is made. */
export async function findMemory(db: Store | StoreTransaction, key: MemoryKey): Promise<LearntMemory> {
  const row = await selectMemory(db, key).executeTakeFirst();
  return row === undefined ? {} : toLearnt(row);
}

export interface InboundSign {
  /** When the person wrote, by Meta's time. */
  readonly at: Date;
  /** False for what comes from a person without their writing or calling. */
  readonly opensWindow?: boolean;
  /** By a click-to-WhatsApp ad or a page's button (F§4.1). */
  readonly fromAd?: boolean;
}

/** The person wrote: the window opens from the message's own time, and what kept us quiet is lifted. */
export async function rememberInbound(
  trx: StoreTransaction,
  key: MemoryKey,
  { at, ...sign }: InboundSign,
): Promise<void> {
  await update(trx, key, learnFromInbound(await lockMemory(trx, key), at.getTime(), sign));
}

export interface RefusalSign {
  /** A word of the error table. */
  readonly effect: string | undefined;
  readonly at: Date;
  /** The send that was refused after it had been taken. */
  readonly sendId?: string | undefined;
}

/** A refusal taught us something about the person. */
export async function rememberRefusal(
  trx: StoreTransaction,
  key: MemoryKey,
  { effect, at, sendId }: RefusalSign,
): Promise<void> {
  if (effect === undefined) return;
  if (effect === 'opt-out') {
    // 131050: marketing only; utility is still allowed (F§3.2).
    await storeConsents(trx, key.personId, [
      {
        channel: 'whatsapp',
        topic: 'marketing',
        state: 'out',
        source: 'meta:131050',
        businessName: null,
        at,
      },
    ]);
    return;
  }
  const memory = await lockMemory(trx, key);
  const learnt = learnFromRefusal(memory, effect, at.getTime());
  if (learnt === memory) return;
  // Told late, or of a message with more than one fate: the device has been reached since, or by it.
  if (effect === 'unreachable' && (await wasReached(trx, key, { at, sendId }))) return;
  await update(trx, key, learnt);
}

export interface DeliverySign {
  readonly sendId: string;
  readonly category: MessageCategory;
  /** When the attempt was made, and when the message was delivered or read. */
  readonly sentAt: Date;
  readonly at: Date;
}

/** A message reached the person's device. Nothing is locked where there is no doubt to be cleared: the usual case. */
export async function rememberDelivery(
  trx: StoreTransaction,
  key: MemoryKey,
  { sendId, category, sentAt, at }: DeliverySign,
): Promise<void> {
  const row = await selectMemory(trx, key)
    .where((eb) =>
      eb.or([
        eb('unreachable_at', 'is not', null),
        eb('cooldown_since', 'is not', null),
        eb('experiment_probe', '=', sendId),
      ]),
    )
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return;
  const { unreachable_at: doubtedAt } = row;
  const isRefuted = doubtedAt !== null && (await wasRefusedAt(trx, sendId, doubtedAt));
  const provedAt = isRefuted ? Math.max(at.getTime(), doubtedAt.getTime()) : at.getTime();
  const delivered = { send: sendId, category, sentAt: sentAt.getTime(), at: provedAt };
  await update(trx, key, learnFromDelivery(toLearnt(row), delivered));
}

/** This send goes out to see whether the experiment still holds; the row is locked. */
export async function rememberProbe(
  trx: StoreTransaction,
  key: MemoryKey,
  { sendId, memory, at }: { readonly sendId: string; readonly memory: LearntMemory; readonly at: number },
): Promise<void> {
  await update(trx, key, learnFromProbe(memory, sendId, at));
}

function selectMemory(trx: Store | StoreTransaction, { personId, senderId }: MemoryKey) {
  return trx
    .selectFrom('channel_memory')
    .select(columns)
    .where('person_id', '=', personId)
    .where('sender_id', '=', senderId);
}

/** Was it this send whose failure was told of that moment? */
async function wasRefusedAt(trx: StoreTransaction, sendId: string, at: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('evidence')
    .select('kind')
    .where('send_id', '=', sendId)
    .where('kind', '=', 'failed')
    .where('at', '=', at)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Has any message of this sender reached the person since, or has this one at any time? */
async function wasReached(
  trx: StoreTransaction,
  { personId, senderId }: MemoryKey,
  { at, sendId }: Pick<RefusalSign, 'at' | 'sendId'>,
): Promise<boolean> {
  const row = await trx
    .selectFrom('evidence')
    .innerJoin('send', 'send.id', 'evidence.send_id')
    .select(sql`1`.as('one'))
    .where('send.person_id', '=', personId)
    .where('send.sender_id', '=', senderId)
    .where('evidence.kind', 'in', ['delivered', 'read', 'replied', 'clicked'])
    .where((eb) =>
      eb.or([eb('evidence.at', '>=', at), ...(sendId === undefined ? [] : [eb('send.id', '=', sendId)])]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function toLearnt(row: MemoryRow): LearntMemory {
  const times = {
    windowEndsAt: row.window_ends_at,
    windowRefusedAt: row.window_refused_at,
    adEntryAt: row.ad_entry_at,
    cooldownSince: row.cooldown_since,
    experimentSince: row.experiment_since,
    experimentCheckedAt: row.experiment_checked_at,
    unreachableAt: row.unreachable_at,
  };
  const counts = {
    windowRefusals: row.window_refusals,
    cooldownCount: row.cooldown_count,
    unreachableCount: row.unreachable_count,
  };
  return {
    ...Object.fromEntries(
      Object.entries(times).flatMap(([fact, at]) => (at === null ? [] : [[fact, at.getTime()]])),
    ),
    ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    ...(row.experiment_probe === null ? {} : { experimentProbe: row.experiment_probe }),
  };
}

async function update(
  trx: StoreTransaction,
  { personId, senderId }: MemoryKey,
  learnt: LearntMemory,
): Promise<void> {
  const toDate = (at: number | undefined) => (at === undefined ? null : new Date(at));
  await trx
    .updateTable('channel_memory')
    .set({
      window_ends_at: toDate(learnt.windowEndsAt),
      window_refusals: learnt.windowRefusals ?? 0,
      window_refused_at: toDate(learnt.windowRefusedAt),
      ad_entry_at: toDate(learnt.adEntryAt),
      cooldown_since: toDate(learnt.cooldownSince),
      cooldown_count: learnt.cooldownCount ?? 0,
      experiment_since: toDate(learnt.experimentSince),
      experiment_checked_at: toDate(learnt.experimentCheckedAt),
      experiment_probe: learnt.experimentProbe ?? null,
      unreachable_at: toDate(learnt.unreachableAt),
      unreachable_count: learnt.unreachableCount ?? 0,
    })
    .where('person_id', '=', personId)
    .where('sender_id', '=', senderId)
    .execute();
}
