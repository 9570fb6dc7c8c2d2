// The journeys that journeys await, followed to their ends: the longest chain, and whether it comes back to itself. Each
// journey is followed once. Pure.

import type { Catalogue } from './catalogue.ts';
import { findCalled, type JourneyMap } from './sub-journey.ts';

export interface CallBranch {
  /** Ids from the journey downwards: to the one that is there twice, or the longest. */
  readonly chain: readonly string[];
  readonly isLoop: boolean;
}

export interface CallTree {
  /** @param above the journeys that led here */
  readonly follow: (journey: string, above: readonly string[]) => CallBranch;
}

/** A tree over known journeys; unknown ones have no branches. */
export function createCallTree(known: {
  readonly catalogue: Catalogue;
  readonly journeys: JourneyMap;
}): CallTree {
  const branches = new Map<string, CallBranch>();
  const follow = (journey: string, above: readonly string[]): CallBranch => {
    if (above.includes(journey)) return { chain: [journey], isLoop: true };
    const followed = branches.get(journey);
    if (followed !== undefined) return followed;
    const nodes = Object.values(known.journeys.get(journey)?.nodes ?? {});
    const below = nodes.flatMap((node) => {
      const called = findCalled(node, known.catalogue);
      return called === undefined ? [] : [follow(called, [...above, journey])];
    });
    const deepest = below.reduce((a, b) => (isWorse(b, a) ? b : a), nothing);
    const branch: CallBranch = { chain: [journey, ...deepest.chain], isLoop: deepest.isLoop };
    branches.set(journey, branch);
    return branch;
  };
  return { follow };
}

const nothing: CallBranch = { chain: [], isLoop: false };

function isWorse(a: CallBranch, b: CallBranch): boolean {
  return a.isLoop === b.isLoop ? a.chain.length > b.chain.length : a.isLoop;
}
