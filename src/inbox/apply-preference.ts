// Applies what a person has chosen at Meta (F§2.5): to stop marketing of this business, to have it again, or to sign up
// for it. A consent like any other: the newer word stands, whatever order they come in.

import type { Logger } from 'pino';
import { storeConsents } from '../store/people.ts';
import type { PreferenceItem } from '../whatsapp/webhook/items.ts';
import type { ApplyItem } from './apply-batch.ts';
import { recognisePerson } from './recognise-person.ts';

/** Builds the applier of `preference` items. Owes nothing: no message waits at the gate for a consent. */
export function createApplyPreference({ log }: { readonly log: Logger }): ApplyItem {
  return async (trx, { payload }) => {
    const { from, value, signupId, atMs } = payload as unknown as PreferenceItem;
    const at = new Date(atMs);
    const person = await recognisePerson(trx, from, { at, log });
    if (person === undefined) {
      log.info({ value }, 'a preference of a stranger is not kept');
      return [];
    }
    const source = signupId === undefined ? `meta:${value}` : `meta:${value}:${signupId}`;
    const state = value === 'stop' ? 'out' : 'in';
    await storeConsents(trx, person.id, [
      { channel: 'whatsapp', topic: 'marketing', state, source, businessName: null, at },
    ]);
    return [];
  };
}
