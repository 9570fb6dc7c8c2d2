// Message ids as Meta makes them: `wamid.` and base64 of a small record that holds the peer's number.
// They are personal data for that reason, and our code must never take one apart.

import { randomBytes } from 'node:crypto';

/** A new unique id. `peer`: the person's digits or business-scoped id; `from`: who wrote the message. */
export function createWamid(peer: string, from: 'business' | 'person'): string {
  const name = Buffer.from(peer, 'utf8');
  const unique = Buffer.from(
    randomBytes(from === 'business' ? 9 : 10)
      .toString('hex')
      .toUpperCase(),
  );
  const record = Buffer.concat([
    Buffer.from([0x1c, 0x18, name.length]),
    name,
    Buffer.from([0x15, 0x02, 0x00, from === 'business' ? 0x11 : 0x12, 0x18, unique.length]),
    unique,
    Buffer.from([0x00]),
  ]);
  return `wamid.${record.toString('base64')}`;
}
