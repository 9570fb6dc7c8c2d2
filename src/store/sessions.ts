// Browsers' sessions and the links that open them. Only hashes of codes and tokens are stored, so a copy of the tables
// opens nothing. A session is no better than the API key that asked for its link: it ends when that is revoked.

import { createId } from './ids.ts';
import type { Store } from './store.ts';

export interface Session {
  readonly id: string;
  /** When it ends unless it is used before. */
  readonly expiresAt: Date;
  /** When it ends however much it is used. */
  readonly endsAt: Date;
}

export interface NewSession {
  readonly codeHash: string;
  readonly tokenHash: string;
  readonly now: Date;
  readonly expiresAt: Date;
  readonly endsAt: Date;
}

export async function storeSessionLink(
  store: Store,
  link: { readonly codeHash: string; readonly keyId: string | undefined; readonly expiresAt: Date },
): Promise<void> {
  await store
    .insertInto('session_link')
    .values({ code_hash: link.codeHash, key_id: link.keyId ?? null, expires_at: link.expiresAt })
    .execute();
}

/** Uses the link up. False where there is none of this code that still holds; of two at once, one gets it. */
export function openSession(store: Store, opened: NewSession): Promise<boolean> {
  return store.transaction().execute(async (trx) => {
    const link = await trx
      .deleteFrom('session_link')
      .where('code_hash', '=', opened.codeHash)
      .where('expires_at', '>', opened.now)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('api_key')
              .select('api_key.id')
              .whereRef('api_key.id', '=', 'session_link.key_id')
              .where('revoked_at', 'is not', null),
          ),
        ),
      )
      .returning('key_id')
      .executeTakeFirst();
    if (link === undefined) return false;
    await trx
      .insertInto('session')
      .values({
        id: createId('ses'),
        token_hash: opened.tokenHash,
        key_id: link.key_id,
        expires_at: opened.expiresAt,
        ends_at: opened.endsAt,
      })
      .execute();
    return true;
  });
}

/** The session of this token that still holds. */
export async function findSession(store: Store, tokenHash: string, now: Date): Promise<Session | undefined> {
  const row = await store
    .selectFrom('session')
    .leftJoin('api_key', 'api_key.id', 'session.key_id')
    .select(['session.id', 'expires_at', 'ends_at'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row && { id: row.id, expiresAt: row.expires_at, endsAt: row.ends_at };
}

export async function extendSession(store: Store, id: string, expiresAt: Date): Promise<void> {
  await store.updateTable('session').set({ expires_at: expiresAt }).where('id', '=', id).execute();
}

export async function endSession(store: Store, id: string): Promise<void> {
  await store.deleteFrom('session').where('id', '=', id).execute();
}

/** Forgets what has expired. */
export async function forgetSessions(store: Store, now: Date): Promise<void> {
  await store.deleteFrom('session').where('expires_at', '<=', now).execute();
  await store.deleteFrom('session_link').where('expires_at', '<=', now).execute();
}
