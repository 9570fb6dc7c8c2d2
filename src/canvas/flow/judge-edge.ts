// Whether an edge can be drawn so, and from which outcome: asked while it is drawn, and when the pointer lets go of it. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import { canBegin, canConnect } from '../model/can-connect.ts';
import { disconnect } from '../model/commands/connect.ts';
import type { DrawnEdge } from '../model/edges.ts';
import { freeKey, type Known } from './free-key.ts';
import { entryId } from './to-flow.ts';

export interface Ends {
  readonly source: string;
  /** Undefined where no outcome was aimed at: the next one that is free is meant. */
  readonly outcome: string | undefined;
  readonly target: string;
}

const allTaken = {
  en: 'All outcomes of this step lead on already. Take hold of a line’s end to lead it elsewhere.',
  ko: '이 단계의 모든 결과가 이미 이어져 있습니다. 선의 끝을 잡아 다른 곳으로 옮길 수 있습니다.',
};

/** True, or why an edge can't be drawn so. @param moved the edge whose end is being moved */
export function judgeEdge(known: Known, ends: Ends, moved?: DrawnEdge): true | LocalizedText {
  return judge(without(known, moved), ends, moved);
}

/** The steps that an end may not be put at. @param at the edge with that end at a step */
export function refusedSteps(
  known: Known,
  at: (step: string) => Ends,
  moved?: DrawnEdge,
): ReadonlySet<string> {
  const rest = without(known, moved);
  const steps = Object.keys(known.journey.nodes);
  return new Set(steps.filter((step) => judge(rest, at(step), moved) !== true));
}

/** The outcome that an edge leaves by; undefined where all of the step's lead on. */
export function keyFor(
  known: Known,
  { source, outcome }: Omit<Ends, 'target'>,
  moved?: DrawnEdge,
): string | undefined {
  if (outcome !== undefined) return outcome;
  return moved?.source === source ? moved.keys[0] : freeKey(known, source);
}

/** What is known without the edge that is moved: once for all steps that are asked for. */
function without(known: Known, moved: DrawnEdge | undefined): Known {
  return moved === undefined ? known : { ...known, journey: disconnect(moved)(known.journey) };
}

function judge(rest: Known, ends: Ends, moved: DrawnEdge | undefined): true | LocalizedText {
  if (moved?.source === entryId) return canBegin(rest.check, ends.target);
  const key = keyFor(rest, ends, moved);
  if (key === undefined) return allTaken;
  const { source, target } = ends;
  return canConnect(rest.journey, rest.check, { source, key, target });
}
