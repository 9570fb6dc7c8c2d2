// A message that is a keyword opts its person out or in (F§4.10), before anything else comes of it: the journeys that it
// starts find the new consent. The time is the message's own, so that a late webhook undoes nothing newer.

import { type ConsentKeywords, consentsByKeyword } from '../journey/consent-keyword.ts';
import { storeConsents } from '../store/people.ts';
import type { StoreTransaction } from '../store/store.ts';

export interface KeywordMessage {
  readonly personId: string;
  readonly text: string;
  readonly at: Date;
}

export async function applyKeyword(
  trx: StoreTransaction,
  { personId, text, at }: KeywordMessage,
  keywords: ConsentKeywords,
): Promise<void> {
  // Most messages are none: nothing is read for them.
  if (consentsByKeyword(text, keywords, false).length === 0) return;
  const said = consentsByKeyword(text, keywords, await isOutOfAll(trx, personId));
  const consent = { channel: 'whatsapp', source: 'keyword', businessName: null, at } as const;
  await storeConsents(
    trx,
    personId,
    said.map(({ topic, state }) => ({ ...consent, topic, state })),
  );
}

async function isOutOfAll(trx: StoreTransaction, personId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('consent')
    .select('state')
    .where('person_id', '=', personId)
    .where('channel', '=', 'whatsapp')
    .where('topic', '=', '')
    .executeTakeFirst();
  return row?.state === 'out';
}
