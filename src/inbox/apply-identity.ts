// Follows a person to their new number or business-scoped id (F§2.4, F§5.1). What was sent before stays theirs: sends
// hang on the person, not on the number. Two records that turn out to be one human are never merged silently.

import type { Logger } from 'pino';
import { listIdentityItems } from '../store/inbox.ts';
import { learnUserIds, listPersonsByAddress, movePhone } from '../store/person-addresses.ts';
import { listParkedRunsOfPerson } from '../store/sends.ts';
import type { StoreTransaction } from '../store/store.ts';
import type { IdentityItem } from '../whatsapp/webhook/items.ts';
import type { ApplyItem } from './apply-batch.ts';
import { toWakes } from './apply-wake.ts';

/** A person changes their number a few times a year. */
const changesAtMost = 20;

/**
 * Builds the applier of `identity` items. The old or the new addresses may be of two persons: then both keep what they
 * have, and the log names the two records for whoever can decide. Owed: wakes, since a new address may free what is parked.
 * A change that came before the one it follows is made up for with that one: the inbox keeps both.
 */
export function createApplyIdentity({ log }: { readonly log: Logger }): ApplyItem {
  return async (trx, { payload }) => {
    let item: IdentityItem | undefined = payload as unknown as IdentityItem;
    const made = new Set<string>();
    let personId: string | undefined;
    for (; item !== undefined && made.size < changesAtMost; item = await findNextChange(trx, item, made)) {
      const changed = await change(trx, item, log);
      if (changed === undefined) break;
      made.add(item.key);
      personId = changed;
    }
    return personId === undefined ? [] : toWakes(await listParkedRunsOfPerson(trx, personId), 'identity');
  };
}

/** Whose addresses have changed; undefined where nobody's have. */
async function change(trx: StoreTransaction, item: IdentityItem, log: Logger): Promise<string | undefined> {
  const [person, ...others] = await listPersonsByAddress(trx, item.from);
  if (person === undefined) return undefined;
  const holders = await listPersonsByAddress(trx, item.to);
  const other = [...others, ...holders].find(({ id }) => id !== person.id);
  if (other !== undefined) {
    log.warn({ person: person.id, other: other.id }, 'WhatsApp addresses are of two persons: both are kept');
    return undefined;
  }
  await learnUserIds(trx, person.id, { ...item.to, at: new Date(item.atMs) });
  const { phone } = item.to;
  // Another number than the one they leave was given to us meanwhile: the newer word is not Meta's.
  const leaves = person.phone === null || person.phone === item.from.phone;
  if (phone !== undefined && leaves) await movePhone(trx, person.id, phone);
  return person.id;
}

/** The change away from the addresses that this one leads to, if it was told already. */
async function findNextChange(
  trx: StoreTransaction,
  { to, atMs }: IdentityItem,
  made: ReadonlySet<string>,
): Promise<IdentityItem | undefined> {
  const told = await listIdentityItems(trx, { from: to, sinceMs: atMs });
  return (told as unknown as IdentityItem[]).find(({ key }) => !made.has(key));
}
