// How deep JSON text nests, told before it is parsed: what walks the parsed value recurses. Pure.

/** Meta's deepest webhooks nest about ten times. */
export const maxNesting = 64;

const quote = 0x22;
const backslash = 0x5c;
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** True where brackets and braces outside of strings nest more than `limit` times, balanced or not. */
export function nestsTooDeep(json: string, limit = maxNesting): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const unit = json.charCodeAt(index);
    if (inString) {
      if (unit === backslash) index += 1;
      else if (unit === quote) inString = false;
    } else if (unit === quote) inString = true;
    else if (opening.has(unit)) {
      depth += 1;
      if (depth > limit) return true;
    } else if (closing.has(unit)) depth -= 1;
  }
  return false;
}
