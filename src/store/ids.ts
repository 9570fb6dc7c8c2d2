// Ids: a prefix that says what it is, and a ULID. Opaque: nothing personal can be read from one.

import { ulid } from 'ulid';

export type IdPrefix = 'run' | 'per' | 'snd' | 'evt' | 'key' | 'sdr' | 'can' | 'ses';

export function createId(prefix: IdPrefix): string {
  return `${prefix}_${ulid()}`;
}
