// How high steps are: React Flow measures them, the layout and the frames of groups need it.

import type { NodeChange } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { foldedAround } from '../model/groups.ts';
import { type Journey, placeOf } from '../model/journey.ts';
import { isPlacedByAuthor } from '../state/use-layout.ts';
import { useDrawing } from './drawing.ts';
import type { FlowNode } from './to-flow.ts';

export function keepHeights(changes: readonly NodeChange<FlowNode>[]): void {
  const { heights } = useDrawing.getState();
  const measured = changes.flatMap((change) => {
    if (change.type !== 'dimensions' || change.dimensions === undefined) return [];
    const { height } = change.dimensions;
    return heights.get(change.id) === height ? [] : [[change.id, height] as const];
  });
  if (measured.length > 0) useDrawing.setState({ heights: new Map([...heights, ...measured]) });
}

/** @param isComplete whether all is known that steps show: before that they are lower */
export function useIsMeasured(journey: Journey | undefined, isComplete: boolean): boolean {
  const [isDrawn, setDrawn] = useState(false);
  const hasAll = useDrawing(
    ({ heights }) =>
      journey !== undefined &&
      (isPlacedByAuthor(journey) ||
        Object.keys(journey.nodes).every(
          (id) =>
            heights.has(id) ||
            placeOf(journey, id) !== undefined ||
            // What a folded group hides is never drawn.
            foldedAround(journey, id) !== undefined,
        )),
  );
  useEffect(() => {
    if (!isComplete || isDrawn) return;
    // In the first frame it is drawn and measured, in the second its height is known here.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setDrawn(true));
    });
    return () => cancelAnimationFrame(frame);
  }, [isComplete, isDrawn]);
  return isDrawn && hasAll;
}
