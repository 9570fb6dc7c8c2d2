// Counts as the canvas shows them: at each step how many came and what became of them, on each line how many took it. Pure.

import type { CountsAnswer } from '../../client/live-calls.ts';
import { type Meaning, meaningOf } from '../model/meaning.ts';
import { outlineOf, successesIn } from '../model/outline.ts';
import type { EdgeOverlay, Overlay, StepOverlay } from '../state/overlay.ts';
import { type Drawn, edgesFrom, keyFor } from './drawn.ts';

type NodeCounts = CountsAnswer['nodes'][string];

const nobody: NodeCounts = { entered: 0, inside: 0, outcomes: {} };

export function toCountOverlay(
  drawn: Drawn,
  { nodes, entered }: Pick<CountsAnswer, 'nodes' | 'entered'>,
): Overlay {
  const ids = Object.keys(drawn.journey.nodes).filter(
    (id) => outlineOf(drawn.check, id)?.annotation !== true,
  );
  const countsOf = (id: string) => (Object.hasOwn(nodes, id) ? (nodes[id] ?? nobody) : nobody);
  return {
    steps: {
      '@entry': { count: entered },
      ...Object.fromEntries(ids.map((id) => [id, toStepOverlay(drawn, id, countsOf(id))])),
    },
    edges: Object.fromEntries(ids.flatMap((id) => toEdgeOverlays(drawn, id, countsOf(id)))),
  };
}

function toStepOverlay(drawn: Drawn, id: string, { entered, inside, outcomes }: NodeCounts): StepOverlay {
  // What an end says of itself is no success or failure of its own.
  if (outlineOf(drawn.check, id)?.terminal === true || entered === 0) return { count: entered };
  return {
    count: entered,
    bar: toBar(drawn, id, { inside, outcomes }),
    outcomes: toChipCounts(drawn, id, outcomes),
    inside,
  };
}

/** Visits by meaning. Those that were cut short, by an exit rule or an operator, are in none. */
function toBar(
  { check }: Drawn,
  id: string,
  { inside, outcomes }: Pick<NodeCounts, 'inside' | 'outcomes'>,
): { readonly [M in Meaning]: number } {
  const successes = successesIn(check)(id);
  const bar = { reached: 0, waiting: inside, fell: 0, failed: 0 };
  for (const [word, count] of Object.entries(outcomes)) bar[meaningOf(word, successes)] += count;
  return bar;
}

/** By outcome and by key of `next`: a chip may stand for either. */
function toChipCounts(drawn: Drawn, id: string, outcomes: NodeCounts['outcomes']): NodeCounts['outcomes'] {
  return { ...outcomes, ...Object.fromEntries(toKeyCounts(drawn, id, outcomes)) };
}

/** How many followed each key of `next`. */
function toKeyCounts(
  drawn: Drawn,
  id: string,
  outcomes: NodeCounts['outcomes'],
): ReadonlyMap<string, number> {
  const byKey = new Map<string, number>();
  for (const [word, count] of Object.entries(outcomes)) {
    const key = keyFor(drawn, id, word);
    if (key !== undefined) byKey.set(key, (byKey.get(key) ?? 0) + count);
  }
  return byKey;
}

function toEdgeOverlays(drawn: Drawn, id: string, { outcomes }: NodeCounts): [string, EdgeOverlay][] {
  const byKey = toKeyCounts(drawn, id, outcomes);
  const left = sum(Object.values(outcomes));
  return edgesFrom(drawn, id).map((edge) => {
    const count = sum(edge.keys.map((key) => byKey.get(key) ?? 0));
    return [edge.id, count === 0 ? { count } : { count, share: count / left }];
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
