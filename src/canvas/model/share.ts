// A value that was read anew, sharing with the one before all that is the same: what is kept by identity stays. Pure.

/** Equal to `after`; the same as `before` where they are equal. */
export function share<Value>(before: unknown, after: Value): Value {
  if (before === after) return after;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const keys = Object.keys(after);
  const shared = keys.map((key) => [key, share(memberOf(before, key), memberOf(after, key))] as const);
  const isSame =
    sameKeys(Object.keys(before), keys) && shared.every(([key, member]) => member === memberOf(before, key));
  if (isSame) return before as Value;
  if (Array.isArray(after)) return shared.map(([, member]) => member) as Value;
  return Object.fromEntries(shared) as Value;
}

/** The order counts: it is what an author wrote. */
function sameKeys(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((key, index) => key === after[index]);
}

function memberOf(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
