// Makes any JSON acceptable to `jsonb`, which refuses NUL and lone surrogates. One such character from outside
// must not make a whole batch of other people's items unstorable. Pure.

/** What `JSON.stringify` makes of NUL and of lone surrogates; it writes the others as they are. */
const maybeUnstorable = /\\u(?:0000|d[89a-f])/;

/** `JSON.stringify` with NUL and lone surrogates replaced by U+FFFD, in keys and values. */
export function toStorableJson(value: unknown): string {
  const json = JSON.stringify(value);
  // Almost always so, and several times faster than to look at each value.
  return maybeUnstorable.test(json) ? stringifyStorable(value) : json;
}

function stringifyStorable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'string') return toStorableText(inner);
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    if (!Object.keys(inner).some(isUnstorable)) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, item]) => [toStorableText(key), item]));
  });
}

/** The text without what PostgreSQL refuses. */
export function toStorableText(text: string): string {
  return isUnstorable(text) ? text.replaceAll('\0', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD') : text;
}

function isUnstorable(text: string): boolean {
  return text.includes('\0') || /\p{Surrogate}/u.test(text);
}
