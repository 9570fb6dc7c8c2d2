// Which group steps belong to where they were dropped. Pure.

import type { Frame } from './frames.ts';
import type { Box } from './route-shapes.ts';

export interface Dropped extends Box {
  /** Of a step. */
  readonly id: string;
}

export interface Regrouping {
  /** Absent: none any more. */
  readonly group?: string;
  readonly steps: readonly string[];
}

/**
 * A step whose middle is in a frame joins its group; one that touches the frame of its own no more leaves it. Nobody leaves a
 * group that is dragged as a whole, and a folded one takes nobody in.
 *
 * @param frames as they stood before
 */
export function dropIntoGroups(dropped: readonly Dropped[], frames: readonly Frame[]): readonly Regrouping[] {
  const moved = new Set(dropped.map(({ id }) => id));
  const still = frames.filter(
    ({ group }) => group.folded !== true && !group.steps.every((id) => moved.has(id)),
  );
  const changes = new Map<string | undefined, string[]>();
  for (const step of dropped) {
    const own = frames.find(({ group }) => group.steps.includes(step.id));
    if (own !== undefined && (!still.includes(own) || hasMiddle(own, step))) continue;
    const into = still.findLast((frame) => frame !== own && hasMiddle(frame, step));
    if (into === undefined && (own === undefined || touches(own, step))) continue;
    const group = into?.group.id;
    changes.set(group, [...(changes.get(group) ?? []), step.id]);
  }
  return [...changes].map(([group, steps]) => (group === undefined ? { steps } : { group, steps }));
}

function hasMiddle(frame: Box, { x, y, width, height }: Box): boolean {
  return touches(frame, { x: x + width / 2, y: y + height / 2, width: 0, height: 0 });
}

function touches(one: Box, other: Box): boolean {
  return (
    one.x <= other.x + other.width &&
    other.x <= one.x + one.width &&
    one.y <= other.y + other.height &&
    other.y <= one.y + one.height
  );
}
