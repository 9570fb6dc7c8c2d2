// Refuses a chart that names something which does not exist, before it runs: XState itself ignores unknown actions
// and delays, and finds an unknown guard only when it is asked (DESIGN 5). Pure.

import type { Chart, ChartAction, ChartInvoke, ChartState, ChartTransition } from './chart.ts';
import { actionNames, delayNames, eventNames, guardNames } from './vocabulary.ts';

export type ChartErrorCode =
  | 'CHART_UNKNOWN_ACTION'
  | 'CHART_UNKNOWN_ACTOR'
  | 'CHART_UNKNOWN_DELAY'
  | 'CHART_UNKNOWN_EVENT'
  | 'CHART_UNKNOWN_GUARD'
  | 'CHART_UNKNOWN_STATE';

/** A chart that cannot run: a mistake of a node type or of the compiler, never of a journey's author. */
export class ChartError extends Error {
  override readonly name = 'ChartError';
  readonly code: ChartErrorCode;
  /** Names of the states down to the place, e.g. `offer.sending`. */
  readonly place: string;

  constructor(code: ChartErrorCode, { name, place }: { readonly name: string; readonly place: string }) {
    const kind = code.slice('CHART_UNKNOWN_'.length).toLowerCase();
    super(`The chart names the ${kind} "${name}" in "${place}", which does not exist.`);
    this.code = code;
    this.place = place;
  }
}

/** @throws ChartError at the first name that is neither in the vocabulary nor in the chart */
export function assertChart(chart: Chart): void {
  const problem = findProblem(chart);
  if (problem === undefined) return;
  throw new ChartError(problem.code, { name: problem.name, place: problem.place.join('.') || chart.id });
}

type States = { readonly [name: string]: ChartState };
type Transitions = ChartTransition | readonly ChartTransition[] | undefined;

/** `place` is filled on the way out: a chart without problems, nearly every one, pays for no names of places. */
interface Problem {
  readonly code: ChartErrorCode;
  readonly name: string;
  readonly place: string[];
}

const actions: ReadonlySet<string> = new Set(actionNames);
const guards: ReadonlySet<string> = new Set(guardNames);
const delays: ReadonlySet<string> = new Set(delayNames);
const events: ReadonlySet<string> = new Set(eventNames);
const digits = /^\d+$/;
const nowhere: States = {};

function findProblem({ initial, on, states }: Chart): Problem | undefined {
  return inTarget(initial, states) ?? inEvents(on, states, nowhere) ?? inChildren(states);
}

function inChildren(states: States): Problem | undefined {
  for (const name in states) {
    const problem = inState(states[name] as ChartState, states);
    if (problem === undefined) continue;
    problem.place.unshift(name);
    return problem;
  }
  return undefined;
}

/**
 * Frozen states and lists of transitions are constants of the usual insides, thousands of times in a large chart: each
 * is looked through once, and known by where it leads to.
 */
const constants = new WeakMap<ChartState | readonly ChartTransition[], readonly string[]>();

function inState(state: ChartState, siblings: States): Problem | undefined {
  const known = constants.get(state);
  if (known !== undefined) return inTargets(known, nowhere, siblings);
  for (const part in state) {
    const problem = inPart(part, state, siblings);
    if (problem !== undefined) return problem;
  }
  if (isConstant(state)) constants.set(state, targetsOf(state));
  return undefined;
}

/** A state has a few of its parts: only those are asked for. */
function inPart(part: string, state: ChartState, siblings: States): Problem | undefined {
  const { states: children = nowhere } = state;
  switch (part) {
    case 'initial':
      return inTarget(state.initial ?? '', children);
    case 'entry':
      return inActions(state.entry);
    case 'invoke':
      return inInvoke(state.invoke, children, siblings);
    case 'on':
      return inEvents(state.on, children, siblings);
    case 'after':
      return inDelays(state.after, children, siblings);
    case 'always':
      return inTransitions(state.always, children, siblings);
    case 'onDone':
      return inTransitions(state.onDone, children, siblings);
    case 'states':
      return inChildren(children);
    default:
      return undefined;
  }
}

/** Without anything inside, and for good. */
function isConstant(state: ChartState): boolean {
  return state.states === undefined && state.invoke === undefined && Object.isFrozen(state);
}

function targetsOf({ on = {}, after = {}, always = [] }: ChartState): readonly string[] {
  const transitions = [...Object.values(on), ...Object.values(after), ...always].flat();
  return targetsOfAll(transitions);
}

function targetsOfAll(transitions: readonly ChartTransition[]): readonly string[] {
  return [...new Set(transitions.flatMap(({ target }) => target ?? []))];
}

function inTargets(names: readonly string[], children: States, siblings: States): Problem | undefined {
  for (const name of names) {
    const problem = inTargetOf(name, children, siblings);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function inInvoke(invoke: ChartInvoke | undefined, children: States, siblings: States): Problem | undefined {
  if (invoke === undefined) return undefined;
  if (invoke.src !== 'activity') return unknown('CHART_UNKNOWN_ACTOR', invoke.src);
  return (
    inTransitions(invoke.onDone, children, siblings) ?? inTransitions(invoke.onError, children, siblings)
  );
}

/** Business events are the journeys' own: any name behind `event.`. */
function inEvents(on: ChartState['on'], children: States, siblings: States): Problem | undefined {
  for (const name in on) {
    if (!events.has(name) && !name.startsWith('event.')) return unknown('CHART_UNKNOWN_EVENT', name);
    const problem = inTransitions(on?.[name], children, siblings);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function inDelays(after: ChartState['after'], children: States, siblings: States): Problem | undefined {
  for (const name in after) {
    if (!delays.has(name) && !digits.test(name)) return unknown('CHART_UNKNOWN_DELAY', name);
    const problem = inTransitions(after?.[name], children, siblings);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function inTransitions(transitions: Transitions, children: States, siblings: States): Problem | undefined {
  if (transitions === undefined) return undefined;
  if (!('length' in transitions)) return inTransition(transitions, children, siblings);
  const known = constants.get(transitions);
  if (known !== undefined) return inTargets(known, children, siblings);
  for (const transition of transitions) {
    const problem = inTransition(transition, children, siblings);
    if (problem !== undefined) return problem;
  }
  if (Object.isFrozen(transitions)) constants.set(transitions, targetsOfAll(transitions));
  return undefined;
}

function inTransition(transition: ChartTransition, children: States, siblings: States): Problem | undefined {
  const { guard, target } = transition;
  if (guard !== undefined && !guards.has(guard.type)) return unknown('CHART_UNKNOWN_GUARD', guard.type);
  const problem = inActions(transition.actions);
  if (problem !== undefined || target === undefined) return problem;
  return inTargetOf(target, children, siblings);
}

/** A target is looked up by `.name` among the children, by `name` among the siblings. */
function inTargetOf(target: string, children: States, siblings: States): Problem | undefined {
  return target.startsWith('.') ? inTarget(target.slice(1), children) : inTarget(target, siblings);
}

function inActions(named: readonly ChartAction[] | undefined): Problem | undefined {
  if (named === undefined) return undefined;
  for (const { type } of named) if (!actions.has(type)) return unknown('CHART_UNKNOWN_ACTION', type);
  return undefined;
}

function inTarget(name: string, states: States): Problem | undefined {
  return Object.hasOwn(states, name) ? undefined : unknown('CHART_UNKNOWN_STATE', name);
}

function unknown(code: ChartErrorCode, name: string): Problem {
  return { code, name, place: [] };
}
