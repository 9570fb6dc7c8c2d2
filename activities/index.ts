// What a worker registers: the engine's own activities, and every node type under its own name.

import type { EngineActivities, NodeActivity } from '../workflows/messages.ts';
import type { EngineDeps } from './engine/deps.ts';
import { writeJournal } from './engine/journal.ts';
import { createLoadVisit } from './engine/load-visit.ts';
import { createSenderTurns } from './engine/sender-turns.ts';
import { mapErrors } from './map-errors.ts';
import { createEvaluateActivity, createNodeActivity } from './run-node.ts';

export type Activities = EngineActivities & Record<string, NodeActivity>;

export function createActivities(deps: EngineDeps): Activities {
  const turns = createSenderTurns(deps.store);
  const all = { ...deps, turns, loadVisit: createLoadVisit(deps.store, deps.nodeTypes) };
  const nodes = deps.nodeTypes.map((type) => [type.type, createNodeActivity(all, type)] as const);
  return {
    ...Object.fromEntries(nodes),
    evaluate: createEvaluateActivity(all),
    journal: (input) => mapErrors(deps.log, () => writeJournal(deps.store, input)),
  } as Activities;
}
