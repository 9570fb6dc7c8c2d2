// Edges: an outcome leads to a step, to another one, or nowhere. Pure. Whether an author may is asked in `can-connect.ts`.

import { anyFailure, unresolvedOutcome } from '../../../journey/outcome-match.ts';
import type { NodeOutline } from '../../../journey/outline-nodes.ts';
import { always, keysOf } from '../edges.ts';
import { type Command, type Step, stepOf } from '../journey.ts';
import type { NewIds } from '../references.ts';
import { changeStep, withNext } from './change-step.ts';

export interface Connection {
  readonly source: string;
  /** An outcome, a prefix of outcomes, `*`, or `always`. */
  readonly key: string;
  readonly target: string;
}

/** Some of the keys of a step, as one drawn edge has them. */
export interface EdgeKeys {
  readonly source: string;
  readonly keys: readonly string[];
}

type Outcomes = Pick<NodeOutline, 'outcomes' | 'successes'>;

/**
 * Leads an outcome to a step; it no longer leads elsewhere. Where all outcomes led to one step, the others go on to.
 *
 * @param outline of the source, to tell the others
 */
export function connect({ source, key, target }: Connection, outline?: Outcomes): Command {
  return (journey) => {
    if (stepOf(journey, target) === undefined) return journey;
    return changeStep(source, (step) => {
      if (key === always) return typeof step.next === 'object' ? step : leadAll(step, target);
      if (typeof step.next !== 'object')
        return withNext(step, { ...spread(step.next, outline), [key]: target });
      return step.next[key] === target && Object.hasOwn(step.next, key)
        ? step
        : withNext(step, { ...step.next, [key]: target });
    })(journey);
  };
}

/** Leads the edge elsewhere. */
export function reconnect({ source, keys }: EdgeKeys, target: string): Command {
  return (journey) => {
    if (stepOf(journey, target) === undefined) return journey;
    return changeStep(source, (step) => retarget(step, keys, target))(journey);
  };
}

/** Takes the edge away. */
export function disconnect({ source, keys }: EdgeKeys): Command {
  return changeStep(source, (step) => {
    const { next } = step;
    if (typeof next === 'string') return keys.includes(always) ? withNext(step, undefined) : step;
    if (next === undefined || !keys.some((key) => Object.hasOwn(next, key))) return step;
    return withNext(step, Object.fromEntries(Object.entries(next).filter(([key]) => !keys.includes(key))));
  });
}

/** An outcome has another word now: its edge follows. Nothing changes where the new word has an edge already. */
export function renameOutcome(id: string, from: string, to: string): Command {
  return changeStep(id, (step) => {
    const { next } = step;
    if (typeof next !== 'object' || !Object.hasOwn(next, from) || Object.hasOwn(next, to)) return step;
    const renamed = Object.entries(next).map(([key, target]) => [key === from ? to : key, target] as const);
    return withNext(step, Object.fromEntries(renamed));
  });
}

/** The step whose edges of these keys lead to `target`. */
export function retarget(step: Step, keys: readonly string[], target: string): Step {
  const { next } = step;
  const mine = keysOf(step).filter((key) => keys.includes(key));
  if (mine.length === 0) return step;
  if (typeof next !== 'object') return leadAll(step, target);
  if (mine.every((key) => next[key] === target)) return step;
  return withNext(step, { ...next, ...Object.fromEntries(mine.map((key) => [key, target])) });
}

/** The step with its edges leading to the new ids of steps. */
export function retargetAll(step: Step, ids: NewIds): Step {
  const { next } = step;
  if (next === undefined) return step;
  if (typeof next === 'string') return leadAll(step, ids.get(next) ?? next);
  if (!Object.values(next).some((target) => ids.has(target))) return step;
  return withNext(
    step,
    Object.fromEntries(Object.entries(next).map(([key, target]) => [key, ids.get(target) ?? target])),
  );
}

function leadAll(step: Step, target: string): Step {
  return step.next === target ? step : withNext(step, target);
}

/** A single step as a map that means the same. */
function spread(next: string | undefined, outline: Outcomes | undefined): Readonly<Record<string, string>> {
  if (next === undefined) return {};
  const named = (outline?.successes ?? []).filter((word) => outline?.outcomes.includes(word));
  const open = outline?.outcomes.includes(unresolvedOutcome) === true ? [unresolvedOutcome] : [];
  return Object.fromEntries([...named, ...open, anyFailure].map((key) => [key, next]));
}
