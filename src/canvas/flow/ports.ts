// Where edges leave a step and where they come in: what reaches runs from bottom to top, the rest leaves to the right. Pure.

import type { DrawnEdge } from '../model/edges.ts';
import type { Point } from '../model/journey.ts';
import type { Box, Leaving } from './route-shapes.ts';

export type Port = 'in' | DrawnEdge['meaning'];

/** Pixels above the lower edge of a step; `step-node.module.css` has the same. */
const fromBottom = { fell: 28, failed: 12 } as const;

export function portOf({ x, y, width, height }: Box, port: Port): Point {
  if (port === 'in') return { x: x + width / 2, y };
  if (port === 'reached') return { x: x + width / 2, y: y + height };
  return { x: x + width, y: y + height - fromBottom[port] };
}

export function leavesAt(meaning: DrawnEdge['meaning']): Leaving {
  return meaning === 'reached' ? 'bottom' : 'right';
}
