// Joins what two authors made of one journey: what only one of them has touched is taken, what both have touched is asked
// about. A step is touched as a whole, and so is each field around the steps. Pure.

import { isEqual } from '../../journey/diff-values.ts';
import type { IssuePath } from '../../journey/issues.ts';
import { type Journey, toPoint } from '../model/journey.ts';
import { setIn, valueAt } from '../model/set-in.ts';

/** What both have touched, differently. A side is undefined where its author has taken it away. */
export interface Clash {
  readonly path: IssuePath;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** A step that one author has removed and the other still leads to. */
  readonly isNeeded?: boolean;
}

export interface Merge {
  /** With mine where there is a clash. */
  readonly merged: Journey;
  readonly clashes: readonly Clash[];
}

export type Side = 'mine' | 'theirs';

/** @param base what both began from */
export function mergeJourneys(base: Journey, mine: Journey, theirs: Journey): Merge {
  const clashes: Clash[] = [];
  let merged: unknown = mine;
  for (const path of placesOf([mine, theirs, base])) {
    const [was, my, their] = [base, mine, theirs].map((side) => valueAt(side, path));
    if (isEqual(my, their) || isEqual(their, was)) continue;
    if (isEqual(my, was)) merged = setIn(merged, path, their);
    // Where a step stands is no question worth asking.
    else if (!arePoints(my, their)) clashes.push({ path, mine: my, theirs: their });
  }
  const joined = merged as Journey;
  return { merged: joined, clashes: [...clashes, ...findNeeded(joined, { base, mine, theirs }, clashes)] };
}

/** @param choices the side for each clash, in their order */
export function settleMerge({ merged, clashes }: Merge, choices: readonly Side[]): Journey {
  return clashes.reduce<unknown>(
    (journey, clash, index) => setIn(journey, clash.path, clash[choices[index] ?? 'mine']),
    merged,
  ) as Journey;
}

/** What is decided as one: a step, something of the canvas, any other field. */
function placesOf(sides: readonly Journey[]): readonly IssuePath[] {
  const places = sides.flatMap((side) =>
    Object.entries(side).flatMap(([field, value]) =>
      field === 'nodes' || field === 'canvas'
        ? Object.keys(value as object).map((key) => [field, key])
        : [[field]],
    ),
  );
  return [...new Map(places.map((path) => [path.join('/'), path])).values()];
}

function arePoints(mine: unknown, theirs: unknown): boolean {
  return toPoint(mine) !== undefined && toPoint(theirs) !== undefined;
}

/** Steps that were removed on one side, while what is taken from the other leads to them. */
function findNeeded(
  merged: Journey,
  { base, mine, theirs }: { readonly base: Journey; readonly mine: Journey; readonly theirs: Journey },
  clashes: readonly Clash[],
): readonly Clash[] {
  const asked = new Set(clashes.map(({ path }) => path.join('/')));
  // However the clashes are decided.
  const outcomes = (['mine', 'theirs'] as const).map((side) =>
    settleMerge(
      { merged, clashes },
      clashes.map(() => side),
    ),
  );
  const wanted = new Set(
    outcomes.flatMap(({ start, nodes }) => [start, ...Object.values(nodes).flatMap(targetsOf)]),
  );
  return [...wanted].flatMap((id) => {
    const path = ['nodes', id];
    if (Object.hasOwn(merged.nodes, id) || asked.has(path.join('/')) || !Object.hasOwn(base.nodes, id))
      return [];
    const [my, their] = [valueAt(mine, path), valueAt(theirs, path)];
    // Who still leads there has left it as it was.
    return my === undefined && their === undefined ? [] : [{ path, mine: my, theirs: their, isNeeded: true }];
  });
}

function targetsOf({ next }: Journey['nodes'][string]): readonly string[] {
  if (next === undefined) return [];
  return typeof next === 'string' ? [next] : Object.values(next);
}
