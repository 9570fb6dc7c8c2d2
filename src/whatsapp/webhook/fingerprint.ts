// Tells apart what came in one second for one account: fields without ids need it for their key. Pure.

/** FNV-1a of the value's JSON. */
export function fingerprintOf(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
