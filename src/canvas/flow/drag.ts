// Dragging: what belongs to a step or a group moves along, and where all of it ends is kept in the journey.

import type { OnNodeDrag } from '@xyflow/react';
import { place } from '../model/commands/place.ts';
import type { Point } from '../model/journey.ts';
import { stepWidth } from '../model/layout.ts';
import { currentJourney } from './actions/current.ts';
import { applyRegrouped, framesNow } from './actions/regroup.ts';
import { allPlaces, useDrawing } from './drawing.ts';
import { dropIntoGroups } from './drop-into-group.ts';
import { typicalHeight } from './frames.ts';
import { entryId, type FlowNode, type FrameNode } from './to-flow.ts';

/** @param after the nodes as React Flow has moved them */
export function withFollowers(before: readonly FlowNode[], after: FlowNode[]): FlowNode[] {
  const start = currentJourney()?.start;
  const moves = new Map<string, { readonly x: number; readonly y: number }>();
  const moved = new Set<string>();
  for (const [index, node] of after.entries()) {
    const old = before[index];
    if (old === undefined || old === node || old.id !== node.id) continue;
    const by = { x: node.position.x - old.position.x, y: node.position.y - old.position.y };
    if (by.x === 0 && by.y === 0) continue;
    moved.add(node.id);
    if (node.type === 'frame') for (const step of node.data.group.steps) moves.set(step, by);
    if (node.id === start) moves.set(entryId, by);
  }
  if (moves.size === 0) return after;
  if (start !== undefined && moves.has(start)) moves.set(entryId, moves.get(start) ?? { x: 0, y: 0 });
  return after.map((node) => {
    const by = moves.get(node.id);
    // What is dragged itself, being selected, is there already.
    if (by === undefined || moved.has(node.id)) return node;
    return { ...node, position: { x: node.position.x + by.x, y: node.position.y + by.y } };
  });
}

export const keepPlaces: OnNodeDrag<FlowNode> = (_event, _node, dragged) => {
  const places = dragged.flatMap((node): readonly Put[] => {
    if (node.type === 'step') return [[node.id, node.position]];
    return node.type === 'frame' ? placesOfGroup(node) : [];
  });
  const { heights } = useDrawing.getState();
  const steps = dragged.flatMap(({ id, type, position }) =>
    type === 'step' ? [{ id, ...position, width: stepWidth, height: heights.get(id) ?? typicalHeight }] : [],
  );
  const groups = new Set(dragged.map(({ id }) => id));
  const frames = framesNow().filter(({ id }) => !groups.has(id));
  applyRegrouped(dropIntoGroups(steps, frames), place(places));
};

type Put = readonly [id: string, point: Point];

/** Where the steps of a group are now. Those of a folded one are not drawn: they move by as much as its box. */
function placesOfGroup({ data, position }: FrameNode): readonly Put[] {
  const { instance } = useDrawing.getState();
  const { steps, folded } = data.group;
  if (folded !== true) {
    return steps.flatMap((id): readonly Put[] => {
      const node = instance?.getNode(id);
      return node === undefined ? [] : [[id, node.position]];
    });
  }
  const places = allPlaces();
  const known = steps.flatMap((id): readonly Put[] => (places[id] === undefined ? [] : [[id, places[id]]]));
  const left = Math.min(...known.map(([, { x }]) => x));
  const top = Math.min(...known.map(([, { y }]) => y));
  return known.map(([id, { x, y }]) => [id, { x: x - left + position.x, y: y - top + position.y }]);
}
