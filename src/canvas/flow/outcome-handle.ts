// Ids of the handles that edges are drawn from: one for each outcome. Pure.

const prefix = 'outcome:';

export function outcomeHandle(key: string): string {
  return `${prefix}${key}`;
}

/** Undefined where a handle is of no outcome of its own. */
export function outcomeOfHandle(handle: string | null | undefined): string | undefined {
  return handle?.startsWith(prefix) === true ? handle.slice(prefix.length) : undefined;
}
