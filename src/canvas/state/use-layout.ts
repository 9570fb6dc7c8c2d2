// Where steps stand that nobody has put anywhere: the worker places them once they were drawn and measured, and steps
// that come later beside them.

import { useEffect, useState } from 'react';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import { edgesOf } from '../model/edges.ts';
import { type Journey, type Places, type Point, placeOf, whereIs } from '../model/journey.ts';
import type { Placing } from '../model/layout.ts';
import { ask } from '../worker/ask.ts';

const none: Places = {};
/** Before a step was measured. */
const typicalHeight = 96;

interface Known {
  readonly journey: Journey | undefined;
  readonly check: CheckAnswer | undefined;
  /** Of the steps, in pixels; undefined until they were measured. */
  readonly heights: ReadonlyMap<string, number> | undefined;
}

/** Undefined until the first layout is there. */
export function useLayout({ journey, check, heights }: Known): Places | undefined {
  const [placed, setPlaced] = useState<Places>();
  const isPlaced =
    journey !== undefined &&
    (isPlacedByAuthor(journey) ||
      Object.keys(journey.nodes).every((id) => whereIs(journey, id, placed ?? none) !== undefined));
  useEffect(() => {
    if (journey === undefined || check === undefined || heights === undefined || isPlaced) return;
    let isWanted = true;
    const at = (id: string) => whereIs(journey, id, placed ?? none);
    ask('layout', toPlacing(journey, check, { heights, at })).then((places) => {
      if (isWanted) setPlaced((before) => ({ ...places, ...before }));
    });
    return () => {
      isWanted = false;
    };
  }, [journey, check, heights, isPlaced, placed]);
  return isPlaced ? (placed ?? none) : placed;
}

interface Standing {
  readonly heights: ReadonlyMap<string, number>;
  /** Where a step stands and stays; absent: all of them are placed anew. */
  readonly at?: (id: string) => Point | undefined;
}

export function toPlacing(
  journey: Journey,
  check: CheckAnswer | undefined,
  { heights, at = () => undefined }: Standing,
): Placing {
  const steps = Object.entries(journey.nodes);
  const successesOf = (id: string) =>
    check !== undefined && Object.hasOwn(check.nodes, id) ? (check.nodes[id]?.successes ?? []) : [];
  return {
    start: journey.start,
    steps: steps.map(([id]) => ({ id, height: heights.get(id) ?? typicalHeight, at: at(id) })),
    edges: steps.flatMap(([id, step]) =>
      edgesOf(id, step, successesOf(id))
        .filter(({ target }) => Object.hasOwn(journey.nodes, target))
        .map(({ source, target, meaning }) => ({ source, target, reached: meaning === 'reached' })),
    ),
  };
}

const byAuthor = new WeakMap<Journey, boolean>();

/** Whether the author has put every step somewhere. Found once for a journey: it is asked whenever anything is drawn. */
export function isPlacedByAuthor(journey: Journey): boolean {
  const isPlaced =
    byAuthor.get(journey) ?? Object.keys(journey.nodes).every((id) => placeOf(journey, id) !== undefined);
  byAuthor.set(journey, isPlaced);
  return isPlaced;
}
