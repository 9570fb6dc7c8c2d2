// Where steps stand that nobody has put anywhere: the worker places them, once, when the journey is opened.

import { useEffect, useState } from 'react';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import { edgesOf } from '../model/edges.ts';
import { type Journey, type Point, placeOf } from '../model/journey.ts';
import { ask } from '../worker/ask.ts';

type Places = Readonly<Record<string, Point>>;
const none: Places = {};
/** Before a step was measured. */
const typicalHeight = 96;

/** Undefined until the first layout is there. */
export function useLayout(journey: Journey | undefined, check: CheckAnswer | undefined): Places | undefined {
  const [placed, setPlaced] = useState<Places>();
  const isPlaced =
    journey !== undefined && Object.keys(journey.nodes).every((id) => placeOf(journey, id) ?? placed?.[id]);
  useEffect(() => {
    if (journey === undefined || isPlaced || check === undefined) return;
    let isWanted = true;
    ask('layout', toPlacing(journey, check)).then((places) => {
      if (isWanted) setPlaced((before) => ({ ...places, ...before }));
    });
    return () => {
      isWanted = false;
    };
  }, [journey, check, isPlaced]);
  return isPlaced ? (placed ?? none) : placed;
}

function toPlacing(journey: Journey, check: CheckAnswer) {
  const steps = Object.entries(journey.nodes);
  return {
    steps: steps.map(([id]) => ({ id, height: typicalHeight })),
    edges: steps.flatMap(([id, step]) =>
      edgesOf(id, step, check.nodes[id]?.successes ?? [])
        .filter(({ target }) => journey.nodes[target] !== undefined)
        .map(({ source, target, meaning }) => ({ source, target, reached: meaning === 'reached' })),
    ),
  };
}
