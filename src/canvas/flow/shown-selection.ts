// What is selected is the editor's: React Flow is told, and tells what was clicked.

import type { EdgeChange, HandleType, NodeChange } from '@xyflow/react';
import { groupsOf } from '../model/groups.ts';
import { useEditor } from '../state/editor.ts';
import { currentJourney } from './actions/current.ts';
import { groupOfFrame } from './frames.ts';
import { entryId, type FlowNode, type OutcomeEdge } from './to-flow.ts';

interface Marked {
  readonly selected?: boolean;
  readonly reconnectable?: boolean | HandleType;
}

/**
 * Items that are marked as they were stay the same objects, and so does the list. Both ends of a line that is selected can
 * be moved; of the others only the head can: at the foot of a step new ones are drawn.
 */
export function markSelected<Item extends Marked>(
  items: Item[],
  isSelected: (item: Item) => boolean,
): Item[] {
  let isChanged = false;
  const marked = items.map((item) => {
    const selected = isSelected(item);
    if ((item.selected ?? false) === selected) return item;
    isChanged = true;
    const ends = item.reconnectable === undefined ? {} : { reconnectable: selected || 'target' };
    return { ...item, selected, ...ends };
  });
  return isChanged ? marked : items;
}

export function takeSelection(changes: readonly NodeChange<FlowNode>[]): void {
  const selected = changes.filter((change) => change.type === 'select');
  if (selected.length === 0) return;
  const { selection, select } = useEditor.getState();
  const steps = new Set(selection.steps);
  for (const { id, selected: isOn } of selected) if (!isOn) steps.delete(id);
  for (const { id, selected: isOn } of selected) if (isOn) for (const step of stepsOf(id)) steps.add(step);
  const isSame = steps.size === selection.steps.size && [...steps].every((id) => selection.steps.has(id));
  if (isSame && (steps.size === 0 || selection.edge === undefined)) return;
  select({ steps });
}

/** To take a group is to take what is in it. */
function stepsOf(id: string): readonly string[] {
  const group = groupOfFrame(id);
  if (group === undefined) return id === entryId ? [] : [id];
  const journey = currentJourney();
  return (journey && groupsOf(journey).find((one) => one.id === group)?.steps) ?? [];
}

/** An edge is taken by a click on it (`chooseEdge`): a box that is drawn around steps takes no lines. */
export function takeEdgeSelection(changes: readonly EdgeChange<OutcomeEdge>[]): void {
  const { selection, select } = useEditor.getState();
  const isLeft = changes.some(
    (change) => change.type === 'select' && !change.selected && change.id === selection.edge,
  );
  if (isLeft) select({ steps: selection.steps });
}
