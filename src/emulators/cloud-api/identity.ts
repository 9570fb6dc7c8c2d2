// Who a message is for or from: a phone number or a business-scoped user id (F§5.1). Pure.

import { createHash } from 'node:crypto';
import { findCountry } from './countries.ts';

export interface Identity {
  /** The digits of the number, or the business-scoped id: what phones are stored under. */
  readonly key: string;
  readonly waId?: string;
  readonly userId?: string;
}

/** Reads a number in any of the ways F§1.1 allows, or a business-scoped id such as `US.1349`. */
export function toIdentity(written: string): Identity {
  if (/^[A-Z]{2}\./.test(written)) return { key: written, userId: written };
  const digits = written.replace(/\D/g, '');
  return { key: digits, waId: digits };
}

/** The number with its plus sign, or the id: how people and tests write it. */
export function toPhoneName(identity: Identity): string {
  return identity.waId === undefined ? identity.key : `+${identity.waId}`;
}

/**
 * A person's business-scoped id: that of the identity, else one that follows from the number, always the same.
 * Countries that this emulator doesn't know are `ZZ`.
 */
export function toUserId(identity: Identity): string {
  if (identity.userId !== undefined) return identity.userId;
  const digits = createHash('sha256').update(identity.key).digest().readBigUInt64BE(0);
  return `${findCountry(identity) ?? 'ZZ'}.${digits}`;
}
