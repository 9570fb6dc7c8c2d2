// Groups of steps: frames with a name on the canvas, kept in `canvas.$groups`. A step is in one group at most. Pure.

import { type Journey, type Places, pointIn } from './journey.ts';

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

/** The folded group that hides a step. */
export function foldedAround(journey: Pick<Journey, 'canvas'>, id: string): Group | undefined {
  return groupsOf(journey).find(({ folded, steps }) => folded === true && steps.includes(id));
}

const opened = new WeakMap<Journey, Journey>();

/** With every group open. The same journey where none is folded, and always the same for a journey. */
export function unfolded(journey: Journey): Journey {
  const groups = groupsOf(journey);
  if (!groups.some(({ folded }) => folded === true)) return journey;
  const known = opened.get(journey);
  if (known !== undefined) return known;
  const open = withGroups(
    journey,
    groups.map(({ folded: _, ...group }) => group),
  );
  opened.set(journey, open);
  return open;
}

/** The group that has these steps and no others. */
export function groupOfAll(journey: Journey, ids: readonly string[]): Group | undefined {
  const wanted = new Set(ids);
  return groupsOf(journey).find(({ steps }) => {
    const present = steps.filter((id) => Object.hasOwn(journey.nodes, id));
    return present.length === wanted.size && present.every((id) => wanted.has(id));
  });
}

/** Where the boxes of the canvas stand: the first step of a folded group for all of them, the others not at all. */
export function drawnPlaces(journey: Pick<Journey, 'canvas'>, places: Places): Places {
  const drawn = new Map(Object.entries(places));
  for (const { folded, steps } of groupsOf(journey)) {
    const hidden = steps.flatMap((id) => pointIn(places, id) ?? []);
    const [first] = steps.filter((id) => drawn.has(id));
    if (folded !== true || first === undefined) continue;
    for (const id of steps) drawn.delete(id);
    drawn.set(first, {
      x: Math.min(...hidden.map(({ x }) => x)),
      y: Math.min(...hidden.map(({ y }) => y)),
    });
  }
  return Object.fromEntries(drawn);
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
