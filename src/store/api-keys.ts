// API keys: only a SHA-256 of each is stored, so a copy of the table opens nothing.

import { createHash, randomBytes } from 'node:crypto';
import { createId } from './ids.ts';
import type { Store } from './store.ts';

/** Creates a key and returns it once; it can't be read again. */
export async function createApiKey(
  store: Store,
  name: string,
): Promise<{ readonly id: string; readonly key: string }> {
  const id = createId('key');
  const key = `jrn_${randomBytes(24).toString('base64url')}`;
  await store
    .insertInto('api_key')
    .values({ id, name, hash: hashApiKey(key).toString('hex'), revoked_at: null })
    .execute();
  return { id, key };
}

/** Stores a key that the operator chose, once: what the first start does with the configured one. */
export async function ensureApiKey(
  store: Store,
  { name, key }: { readonly name: string; readonly key: string },
): Promise<void> {
  await store
    .insertInto('api_key')
    .values({ id: createId('key'), name, hash: hashApiKey(key).toString('hex'), revoked_at: null })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

/** The id of a key that is known and not revoked. */
export async function findApiKey(store: Store, hash: Buffer): Promise<string | undefined> {
  const row = await store
    .selectFrom('api_key')
    .select('id')
    .where('hash', '=', hash.toString('hex'))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

/** Keys are long and random, so a plain hash suffices. */
export function hashApiKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
