// Which edges of the journey the simulations of this session have walked. Each key of `next` counts for itself, as in
// `jornada test`. Pure.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { EnteredAnswer } from '../../simulator/simulation-answer.ts';
import { always, edgesOf, keysOf, targetOf } from '../model/edges.ts';
import type { Journey } from '../model/journey.ts';
import { outlineOf, successesIn } from '../model/outline.ts';

export interface JourneyEdge {
  readonly source: string;
  /** Of `next`, or `always`. */
  readonly key: string;
  readonly target: string;
  /** Names it; another one once it leads elsewhere. */
  readonly id: string;
  /** The line on the canvas that it is part of. */
  readonly drawn: string;
}

export interface EdgeCoverage {
  readonly all: number;
  readonly walked: number;
  /** In the order of the journey. */
  readonly left: readonly JourneyEdge[];
}

export function edgesIn(journey: Journey, check: CheckAnswer | undefined): readonly JourneyEdge[] {
  return Object.entries(journey.nodes).flatMap(([source, step]) => {
    if (outlineOf(check, source)?.terminal === true) return [];
    const drawn = edgesOf(source, step, successesIn(check)(source));
    return keysOf(step).flatMap((key) => {
      const target = targetOf(step, key);
      const line = drawn.find(({ keys }) => keys.includes(key));
      if (target === undefined || line === undefined) return [];
      return [{ source, key, target, id: toId(source, key, target), drawn: line.id }];
    });
  });
}

/** Ids of the edges that a run took; steps inside other journeys are theirs to cover. */
export function walkedIn({ path }: Pick<EnteredAnswer, 'path'>): readonly string[] {
  return path.flatMap(({ node, edge }) => (edge === null ? [] : [toId(node, edge.key ?? always, edge.to)]));
}

export function coverageOf(edges: readonly JourneyEdge[], walked: ReadonlySet<string>): EdgeCoverage {
  const left = edges.filter(({ id }) => !walked.has(id));
  return { all: edges.length, walked: edges.length - left.length, left };
}

function toId(source: string, key: string, target: string): string {
  return `${source} ${key}→${target}`;
}
