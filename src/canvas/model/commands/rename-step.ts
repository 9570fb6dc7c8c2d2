// Another id for a step, wherever it is named: edges, start, canvas, groups, and the configs of other steps. Pure.

import { groupsOf, withGroups } from '../groups.ts';
import { canRename } from '../ids.ts';
import { type Command, type Journey, stepOf } from '../journey.ts';
import { type NewIds, type ReferencesOf, renameReferences } from '../references.ts';
import { retargetAll } from './connect.ts';

/** Nothing changes where the id is not free. What was counted under the old id stays there. */
export function renameStep(id: string, newId: string, referencesOf: ReferencesOf = () => []): Command {
  return (journey) => {
    if (id === newId || stepOf(journey, id) === undefined || canRename(journey, id, newId) !== true)
      return journey;
    const ids: NewIds = new Map([[id, newId]]);
    const nodes = Object.entries(journey.nodes).map(([key, step]) => [
      ids.get(key) ?? key,
      retargetAll(renameReferences(step, ids, referencesOf(step)), ids),
    ]);
    const start = ids.get(journey.start) ?? journey.start;
    return renameOnCanvas({ ...journey, start, nodes: Object.fromEntries(nodes) }, ids);
  };
}

function renameOnCanvas(journey: Journey, ids: NewIds): Journey {
  if (journey.canvas === undefined) return journey;
  const canvas = Object.entries(journey.canvas).map(([key, entry]) => [ids.get(key) ?? key, entry]);
  const groups = groupsOf(journey).map((group) => ({
    ...group,
    steps: group.steps.map((step) => ids.get(step) ?? step),
  }));
  return withGroups({ ...journey, canvas: Object.fromEntries(canvas) }, groups);
}
