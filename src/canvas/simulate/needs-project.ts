// Whether a journey, or one that it runs, has a step of a type that a project brings. Pure.

/** As much of a journey as tells which types it has. */
interface Stepped {
  readonly id: string;
  readonly nodes: {
    readonly [id: string]: {
      readonly type: string;
      readonly with?: { readonly [field: string]: unknown } | undefined;
    };
  };
}

interface Around {
  /** A project brings the type. */
  readonly isOwn: (type: string) => boolean;
  /** Those that may be run, by id. */
  readonly journeys: { readonly [id: string]: Stepped };
}

export function needsProject(
  journey: Stepped,
  around: Around,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  const known = new Set([...seen, journey.id]);
  return Object.values(journey.nodes).some((step) => {
    if (around.isOwn(step.type)) return true;
    const called = step.type === 'journey.run' ? step.with?.['journey'] : undefined;
    if (typeof called !== 'string' || known.has(called)) return false;
    const other = Object.hasOwn(around.journeys, called) ? around.journeys[called] : undefined;
    return other !== undefined && needsProject(other, around, known);
  });
}
