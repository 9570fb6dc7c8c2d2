// Groups of steps: frames with a name on the canvas, kept in `canvas.$groups`. A step is in one group at most. Pure.

import type { Journey } from './journey.ts';

export interface Group {
  readonly id: string;
  readonly name: string;
  /** Ids of steps. */
  readonly steps: readonly string[];
  /** Shown as one box. */
  readonly folded?: boolean;
}

/** No id of a step looks like it. */
const groupsKey = '$groups';

/** In the order in which they were made. What is no group is passed over. */
export function groupsOf({ canvas }: Pick<Journey, 'canvas'>): readonly Group[] {
  return Object.entries(membersOf(canvas?.[groupsKey])).flatMap(([id, value]) => {
    const { name, steps, folded } = membersOf(value);
    if (!Array.isArray(steps)) return [];
    const ids = steps.filter((step) => typeof step === 'string');
    const group = { id, name: typeof name === 'string' ? name : '', steps: ids };
    return [folded === true ? { ...group, folded } : group];
  });
}

/** Groups without steps go away, and `$groups` with the last one. */
export function withGroups(journey: Journey, groups: readonly Group[]): Journey {
  const { [groupsKey]: _before, ...places } = journey.canvas ?? {};
  const kept = groups.filter(({ steps }) => steps.length > 0);
  const entries = kept.map(({ id, ...group }) => [id, group] as const);
  return withCanvas(
    journey,
    entries.length === 0 ? places : { ...places, [groupsKey]: Object.fromEntries(entries) },
  );
}

/** Their places and their membership go with them. */
export function withoutSteps(journey: Journey, gone: ReadonlySet<string>): Journey {
  if (journey.canvas === undefined) return journey;
  const places = Object.entries(journey.canvas).filter(([id]) => !gone.has(id));
  const rest = withCanvas(journey, Object.fromEntries(places));
  const groups = groupsOf(rest);
  if (!groups.some(({ steps }) => steps.some((step) => gone.has(step)))) return rest;
  return withGroups(
    rest,
    groups.map((group) => ({ ...group, steps: group.steps.filter((step) => !gone.has(step)) })),
  );
}

function withCanvas(journey: Journey, canvas: NonNullable<Journey['canvas']>): Journey {
  const { canvas: _canvas, ...rest } = journey;
  return Object.keys(canvas).length === 0 ? rest : { ...rest, canvas };
}

function membersOf(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
