// Groups as frames behind their steps; a folded one stands for them. Pure.

import { type Group, groupsOf } from '../model/groups.ts';
import type { Journey, Point } from '../model/journey.ts';
import { stepWidth } from '../model/layout.ts';
import type { Box } from './route-shapes.ts';

export interface Frame extends Box {
  readonly id: string;
  readonly group: Group;
}

/** Before a step was drawn. */
export const typicalHeight = 96;

const padding = 20;
const titleHeight = 32;
const foldedHeight = 60;

interface Standing {
  readonly placeFor: (id: string) => Point;
  readonly heights: ReadonlyMap<string, number>;
}

/** No step can be called so. */
export function frameId(group: string): string {
  return `@group:${group}`;
}

export function groupOfFrame(id: string): string | undefined {
  return id.startsWith('@group:') ? id.slice('@group:'.length) : undefined;
}

export function framesOf(journey: Journey, { placeFor, heights }: Standing): readonly Frame[] {
  return groupsOf(journey).flatMap((group) => {
    const members = group.steps.filter((id) => Object.hasOwn(journey.nodes, id));
    if (members.length === 0) return [];
    const corners = members.map(placeFor);
    const left = Math.min(...corners.map(({ x }) => x));
    const top = Math.min(...corners.map(({ y }) => y));
    const frame = { id: frameId(group.id), group };
    if (group.folded === true) return [{ ...frame, x: left, y: top, width: stepWidth, height: foldedHeight }];
    const right = Math.max(...corners.map(({ x }) => x)) + stepWidth;
    const bottom = Math.max(
      ...members.map((id, index) => (corners[index]?.y ?? 0) + (heights.get(id) ?? typicalHeight)),
    );
    return [
      {
        ...frame,
        x: left - padding,
        y: top - padding - titleHeight,
        width: right - left + 2 * padding,
        height: bottom - top + 2 * padding + titleHeight,
      },
    ];
  });
}

/** Which box stands for a step: itself, or the frame that it is folded into. */
export function standInOf(frames: readonly Frame[]): (id: string) => string {
  const folded = new Map(
    frames
      .filter(({ group }) => group.folded === true)
      .flatMap(({ id, group }) => group.steps.map((step) => [step, id] as const)),
  );
  return (id) => folded.get(id) ?? id;
}
