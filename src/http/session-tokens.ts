// What a browser holds of its session, and for how long. A token is long and random, so a plain hash of it suffices, and
// the token against forged requests follows from it: nothing of it is stored.

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Durable: browsers keep it. */
export const sessionCookie = 'jornada_session';

export const linkLastsMs = 10 * 60_000;

/** A session that is not used. */
const idleLastsMs = 12 * 3_600_000;

/** A session that is used all the time. */
export const sessionLastsMs = 7 * 86_400_000;

/** Moving an end on is a write, so it happens only where this is gained. */
const worthStoringMs = 5 * 60_000;

export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What a page has to send with everything that changes something; only who got the session's answers knows it. */
export function toCsrfToken(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url');
}

/** In a time that says nothing of where they differ. */
export function isSameToken(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(expected)));
}

/** When a session ends that is used now: undefined where its end as stored will do. */
export function findLaterEnd(
  { expiresAt, endsAt }: { readonly expiresAt: Date; readonly endsAt: Date },
  now: Date,
): Date | undefined {
  const end = toIdleEnd(now, endsAt);
  return end.getTime() - expiresAt.getTime() >= worthStoringMs ? end : undefined;
}

export function toIdleEnd(now: Date, endsAt: Date): Date {
  return new Date(Math.min(now.getTime() + idleLastsMs, endsAt.getTime()));
}
