// How outcome words match: prefixes by whole word segments, and what `*` catches. One law for compiler, checker
// and the machine's guards. Pure; runs everywhere, also in the workflow sandbox.

/** The edge key that catches failures. */
export const anyFailure = '*';

/** The outcome that `*` never catches: it may or may not have been sent, so the author must say what to do. */
export const unresolvedOutcome = 'unresolved';

/** The outcome of a visit beyond `maxVisits`; it has to be routed by name too, or a bounded cycle would go on. */
export const exhaustedOutcome = 'exhausted';

/** `limit` matches `limit` and `limit.user`, never `limits`. */
export function matchesPrefix(outcome: string, prefix: string): boolean {
  return outcome === prefix || outcome.startsWith(`${prefix}.`);
}

/** True for what `*` catches: neither a success of the node nor `unresolved` or `exhausted`. */
export function isFailure(outcome: string, successes: readonly string[]): boolean {
  return outcome !== unresolvedOutcome && outcome !== exhaustedOutcome && !successes.includes(outcome);
}

/** The key of `next` that an outcome follows (longest prefix first, `*` last), or undefined. */
export function findEdgeKey(
  keys: readonly string[],
  outcome: string,
  successes: readonly string[],
): string | undefined {
  if (keys.includes(outcome) && outcome !== anyFailure) return outcome;
  for (let end = outcome.lastIndexOf('.'); end > 0; end = outcome.lastIndexOf('.', end - 1)) {
    const prefix = outcome.slice(0, end);
    if (keys.includes(prefix) && prefix !== anyFailure) return prefix;
  }
  return keys.includes(anyFailure) && isFailure(outcome, successes) ? anyFailure : undefined;
}

/** Prefixes without `*`, those with more segments first, ties by code unit: the order of a chart's edges. */
export function sortPrefixes(keys: readonly string[]): string[] {
  const segments = (key: string) => key.split('.').length;
  return keys
    .filter((key) => key !== anyFailure)
    .sort((a, b) => segments(b) - segments(a) || (a < b ? -1 : a > b ? 1 : 0));
}
