// The way of an edge. While a step is being dragged, its edges take the nearest way; the others are as they were.

import type { EdgeProps } from '@xyflow/react';
import { useMemo } from 'react';
import type { Point } from '../model/journey.ts';
import { stepWidth } from '../model/layout.ts';
import { useDrawing } from './drawing.ts';
import { typicalHeight } from './frames.ts';
import { leavesAt } from './ports.ts';
import { type Route, routeAlone } from './route-edges.ts';
import type { OutcomeEdge } from './to-flow.ts';

type Ends = Pick<EdgeProps<OutcomeEdge>, 'sourceX' | 'sourceY' | 'targetX' | 'targetY'>;

export function useRoute({
  id,
  data,
  sourceX,
  sourceY,
  targetX,
  targetY,
}: Pick<EdgeProps<OutcomeEdge>, 'id' | 'data'> & Ends): Route {
  const known = useDrawing(({ routes }) => routes.get(id));
  const meaning = data?.edge.meaning ?? 'reached';
  return useMemo(() => {
    const from = { x: sourceX, y: sourceY };
    const to = { x: targetX, y: targetY };
    if (known !== undefined && isBetween(known, from, to)) return known;
    const leaves = leavesAt(meaning);
    const left = leaves === 'right' ? from.x - stepWidth : from.x - stepWidth / 2;
    const source = { x: left, y: from.y - typicalHeight, width: stepWidth, height: typicalHeight };
    const target = { x: to.x - stepWidth / 2, y: to.y, width: stepWidth, height: typicalHeight };
    return routeAlone({ from, to, leaves, source, target });
  }, [known, meaning, sourceX, sourceY, targetX, targetY]);
}

/** From far away it is straight until it is known: more would not be seen. */
export function farWay(
  known: Route | undefined,
  { sourceX, sourceY, targetX, targetY }: Ends,
): readonly Point[] {
  const from = { x: sourceX, y: sourceY };
  const to = { x: targetX, y: targetY };
  return known !== undefined && isBetween(known, from, to) ? known.points : [from, to];
}

function isBetween({ points }: Route, from: Point, to: Point): boolean {
  return isNear(points[0], from) && isNear(points.at(-1), to);
}

/** React Flow rounds what it measures. */
function isNear(a: Point | undefined, b: Point): boolean {
  return a !== undefined && Math.abs(a.x - b.x) < 2 && Math.abs(a.y - b.y) < 2;
}
