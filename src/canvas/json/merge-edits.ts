// Two changes of one journey made side by side, as one: in the text and on the canvas. Where both changed the same value,
// the text's stands; undo takes it back. Pure.

/**
 * @param base what both began with; what is unchanged is the same object
 * @returns `theirs` with what `mine` has changed
 */
export function mergeEdits<Value>(base: Value, mine: Value, theirs: Value): Value {
  if (mine === base) return theirs;
  if (theirs === base || !isObject(base) || !isObject(mine) || !isObject(theirs)) return mine;
  // In the order of the text; what only the canvas has stands at the end.
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const members = keys.flatMap((key) => {
    const [was, own, other] = [member(base, key), member(mine, key), member(theirs, key)];
    const merged = mergeEdits(was, own, other);
    return merged === undefined ? [] : [[key, merged] as const];
  });
  return Object.fromEntries(members) as Value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function member(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
