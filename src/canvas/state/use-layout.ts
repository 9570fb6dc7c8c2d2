// Where steps stand that nobody has put anywhere: the worker places them, once, when the journey is opened.

import { useEffect, useState } from 'react';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import { edgesOf } from '../model/edges.ts';
import { type Journey, type Places, stepOf, whereIs } from '../model/journey.ts';
import type { Placing } from '../model/layout.ts';
import { successesIn } from '../model/outline.ts';
import { ask } from '../worker/ask.ts';

const none: Places = {};
/** Before a step was measured. */
const typicalHeight = 96;

/** Undefined until the first layout is there. */
export function useLayout(journey: Journey | undefined, check: CheckAnswer | undefined): Places | undefined {
  const [placed, setPlaced] = useState<Places>();
  const isPlaced =
    journey !== undefined && Object.keys(journey.nodes).every((id) => whereIs(journey, id, placed ?? none));
  useEffect(() => {
    if (journey === undefined || isPlaced || check === undefined) return;
    let isWanted = true;
    ask('layout', toPlacing(journey, { check, placed })).then((places) => {
      if (isWanted) setPlaced((before) => ({ ...places, ...before }));
    });
    return () => {
      isWanted = false;
    };
  }, [journey, check, placed, isPlaced]);
  return isPlaced ? (placed ?? none) : placed;
}

/** What stands somewhere stays there; a new step finds its place beside those that lead to it. */
function toPlacing(
  journey: Journey,
  { check, placed = none }: { readonly check: CheckAnswer; readonly placed: Places | undefined },
): Placing {
  const steps = Object.entries(journey.nodes);
  return {
    start: journey.start,
    steps: steps.map(([id]) => ({ id, height: typicalHeight, at: whereIs(journey, id, placed) })),
    edges: steps.flatMap(([id, step]) =>
      edgesOf(id, step, successesIn(check)(id))
        .filter(({ target }) => stepOf(journey, target) !== undefined)
        .map(({ source, target, meaning }) => ({ source, target, reached: meaning === 'reached' })),
    ),
  };
}
