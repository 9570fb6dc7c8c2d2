// What is drawn of a journey, as far as the overlays of live mode need it: its steps, how they may end, and which line an
// outcome takes. Pure.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import { findEdgeKey } from '../../journey/outcome-match.ts';
import { always, type DrawnEdge, edgesOf, keysOf } from '../model/edges.ts';
import { type Journey, stepOf } from '../model/journey.ts';
import { successesIn } from '../model/outline.ts';

export interface Drawn {
  readonly journey: Journey;
  readonly check: CheckAnswer | undefined;
}

/** The key of `next` that an outcome of this step follows; undefined where it leads nowhere. */
export function keyFor({ journey, check }: Drawn, id: string, outcome: string): string | undefined {
  const step = stepOf(journey, id);
  if (step === undefined) return undefined;
  const keys = keysOf(step);
  return keys.includes(always) ? always : findEdgeKey(keys, outcome, successesIn(check)(id));
}

export function edgesFrom({ journey, check }: Drawn, id: string): readonly DrawnEdge[] {
  const step = stepOf(journey, id);
  return step === undefined ? [] : edgesOf(id, step, successesIn(check)(id));
}

/** The line that an outcome of this step takes. */
export function edgeFor(drawn: Drawn, id: string, outcome: string): DrawnEdge | undefined {
  const key = keyFor(drawn, id, outcome);
  return key === undefined ? undefined : edgesFrom(drawn, id).find(({ keys }) => keys.includes(key));
}
