// Who ended a run: itself, or somebody from outside. Pure.

const fromOutside: ReadonlySet<string> = new Set(['exit-rule', 'operator', 'cancelled']);

/** True of the policies by which a run is ended from outside: no edge of the node is taken. */
export function isFromOutside(policy: string | undefined): boolean {
  return policy !== undefined && fromOutside.has(policy);
}
