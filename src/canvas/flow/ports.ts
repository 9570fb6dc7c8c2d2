// Where edges leave a step and where they come in: what reaches runs from bottom to top, the rest leaves to the right. Pure.

import { type NodeHandle, Position } from '@xyflow/react';
import type { DrawnEdge } from '../model/edges.ts';
import type { Point } from '../model/journey.ts';
import type { Box, Leaving } from './route-shapes.ts';

export type Port = 'in' | DrawnEdge['meaning'];

/** Pixels above the lower edge of a step; `step-node.module.css` has the same. */
const fromBottom = { fell: 28, failed: 12 } as const;

export const sides = {
  in: Position.Top,
  reached: Position.Bottom,
  fell: Position.Right,
  failed: Position.Right,
} as const;
/** From where an edge ends to the upper left corner of the handle, a pixel wide and high. */
const corners = {
  [Position.Top]: [-0.5, 0],
  [Position.Bottom]: [-0.5, -1],
  [Position.Right]: [-1, -0.5],
} as const;

export function portOf({ x, y, width, height }: Box, port: Port): Point {
  if (port === 'in') return { x: x + width / 2, y };
  if (port === 'reached') return { x: x + width / 2, y: y + height };
  return { x: x + width, y: y + height - fromBottom[port] };
}

/** As React Flow would find them in a step that is drawn. */
export function portsOf(size: Pick<Box, 'width' | 'height'>): NodeHandle[] {
  const box = { x: 0, y: 0, ...size };
  return (['in', 'reached', 'fell', 'failed'] as const).map((id) => {
    const { x, y } = portOf(box, id);
    const [left, top] = corners[sides[id]];
    const type = id === 'in' ? 'target' : 'source';
    return { id, type, position: sides[id], x: x + left, y: y + top, width: 1, height: 1 };
  });
}

export function leavesAt(meaning: DrawnEdge['meaning']): Leaving {
  return meaning === 'reached' ? 'bottom' : 'right';
}
