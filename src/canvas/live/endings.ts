// The words that runs of a journey end with: those of its ends, of its exit rules, and what operators do. Pure.

import type { CountsAnswer } from '../../client/live-calls.ts';
import { outlineOf } from '../model/outline.ts';
import type { ShownJourney } from '../state/shown-journey.ts';

/** Without doubles, in the order of the journey. */
export function endingsOf(
  { journey, check }: ShownJourney,
  counts: Pick<CountsAnswer, 'nodes'> | undefined,
): readonly string[] {
  if (journey === undefined) return [];
  const ends = Object.keys(journey.nodes).filter((id) => outlineOf(check, id)?.terminal === true);
  const seen = ends.flatMap((id) =>
    counts !== undefined && Object.hasOwn(counts.nodes, id)
      ? Object.keys(counts.nodes[id]?.outcomes ?? {})
      : [],
  );
  const written = ends.flatMap((id) => {
    const as = journey.nodes[id]?.with?.['as'];
    return typeof as === 'string' ? [as] : [];
  });
  const rules = (journey.exit ?? []).map((rule) => rule.as);
  return [...new Set([...written, ...seen, ...rules, 'cancelled'])];
}
