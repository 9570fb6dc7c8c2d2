// Takes steps away: who led to one leads on to where its success leads. Pure.

import { findEdgeKey } from '../../../journey/outcome-match.ts';
import { always, keysOf, targetOf } from '../edges.ts';
import { withoutSteps } from '../groups.ts';
import { type Command, type Journey, type Step, stepOf } from '../journey.ts';
import { changeSteps, withNext } from './change-step.ts';

/** @param successesOf the outcomes that an author hopes for, by step: `successesIn(check)` */
export function removeSteps(ids: Iterable<string>, successesOf: (id: string) => readonly string[]): Command {
  return (journey) => {
    const gone = new Set([...ids].filter((id) => stepOf(journey, id) !== undefined));
    if (gone.size === 0) return journey;
    const leadOn = (id: string) => findSurvivor(journey, id, { gone, successesOf });
    const kept = Object.entries(journey.nodes).filter(([id]) => !gone.has(id));
    const rest = changeSteps({ ...journey, nodes: Object.fromEntries(kept) }, (step, id) =>
      bypass(step, { id, gone, leadOn }),
    );
    const start = gone.has(journey.start)
      ? (leadOn(journey.start) ?? kept[0]?.[0] ?? journey.start)
      : journey.start;
    return withoutSteps({ ...rest, start }, gone);
  };
}

interface Removal {
  readonly gone: ReadonlySet<string>;
  readonly successesOf: (id: string) => readonly string[];
}

/** Down the successes to the first step that stays. */
function findSurvivor(journey: Journey, id: string, { gone, successesOf }: Removal): string | undefined {
  const passed = new Set<string>();
  let at: string | undefined = id;
  while (at !== undefined && gone.has(at) && !passed.has(at)) {
    passed.add(at);
    const step = stepOf(journey, at);
    at = step && findSuccessor(step, successesOf(at));
  }
  return at !== undefined && !gone.has(at) && stepOf(journey, at) !== undefined ? at : undefined;
}

function findSuccessor(step: Step, successes: readonly string[]): string | undefined {
  if (typeof step.next === 'string') return step.next;
  const keys = keysOf(step);
  for (const word of successes) {
    const key = findEdgeKey(keys, word, successes);
    if (key !== undefined) return targetOf(step, key);
  }
  return undefined;
}

interface Bypass {
  readonly id: string;
  readonly gone: ReadonlySet<string>;
  readonly leadOn: (id: string) => string | undefined;
}

/** An edge that would lead back to its own step goes away: nobody has drawn that cycle. */
function bypass(step: Step, { id, gone, leadOn }: Bypass): Step {
  const keys = keysOf(step);
  if (!keys.some((key) => gone.has(targetOf(step, key) ?? ''))) return step;
  const edges = keys.flatMap((key) => {
    const target = targetOf(step, key);
    if (target === undefined || !gone.has(target))
      return target === undefined ? [] : [[key, target] as const];
    const survivor = leadOn(target);
    return survivor === undefined || survivor === id ? [] : [[key, survivor] as const];
  });
  const single = edges.find(([key]) => key === always);
  return withNext(step, single === undefined ? Object.fromEntries(edges) : single[1]);
}
