// Undo and redo: what was, what is, what was taken back. Steps that belong to one burst (typing, nudging) are one.
// Pure: time is an argument.

export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** What the newest step belongs to, and when it was added to. */
  readonly burst?: { readonly name: string; readonly at: number };
}

/** Steps that can be taken back. */
export const undoLimit = 500;
/** A pause of so many milliseconds ends a burst. */
export const burstPauseMs = 1_000;

export function beginHistory<State>(present: State): History<State> {
  return { past: [], present, future: [] };
}

/**
 * The same history comes back where nothing changes.
 *
 * @param burst names what goes on, such as typing in one field; absent: a step of its own
 */
export function record<State>(
  history: History<State>,
  next: State,
  { burst, at }: { readonly burst?: string | undefined; readonly at: number },
): History<State> {
  const { past, present } = history;
  if (next === present) return history;
  const joins = burst !== undefined && history.burst?.name === burst && at - history.burst.at <= burstPauseMs;
  return {
    past: joins ? past : [...past.slice(1 - undoLimit), present],
    present: next,
    future: [],
    ...(burst === undefined ? {} : { burst: { name: burst, at } }),
  };
}

export function undo<State>({ past, present, future }: History<State>): History<State> | undefined {
  const previous = past.at(-1);
  if (previous === undefined) return undefined;
  return { past: past.slice(0, -1), present: previous, future: [present, ...future] };
}

export function redo<State>({ past, present, future }: History<State>): History<State> | undefined {
  const [next, ...rest] = future;
  if (next === undefined) return undefined;
  return { past: [...past, present], present: next, future: rest };
}
