// Refuses a chart that names something which does not exist, before it runs: XState itself ignores unknown actions
// and delays, and finds an unknown guard only when it is asked (DESIGN 5). Pure.

import type { Chart, ChartAction, ChartState, ChartTransition } from './chart.ts';
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
  const root: Scope = { place: '', children: chart.states, siblings: {} };
  assertState(chart.initial, chart.states, chart.id);
  for (const [event, transitions] of Object.entries(chart.on)) {
    assertEvent(event, chart.id);
    assertTransitions(transitions, root);
  }
  for (const [name, state] of Object.entries(chart.states)) assertInside(state, name, chart.states);
}

type States = { readonly [name: string]: ChartState };

/** What a transition's target is looked up in: `.name` among the children, `name` among the siblings. */
interface Scope {
  readonly place: string;
  readonly children: States;
  readonly siblings: States;
}

function assertInside(state: ChartState, place: string, siblings: States): void {
  const { states: children = {}, invoke, always, on = {}, after = {} } = state;
  const scope = { place, children, siblings };
  if (state.initial !== undefined) assertState(state.initial, children, place);
  assertActions(state.entry, place);
  if (invoke !== undefined) {
    if (invoke.src !== 'activity') throw new ChartError('CHART_UNKNOWN_ACTOR', { name: invoke.src, place });
    assertTransitions(invoke.onDone, scope);
    assertTransitions(invoke.onError, scope);
  }
  for (const [event, transitions] of Object.entries(on)) {
    assertEvent(event, place);
    assertTransitions(transitions, scope);
  }
  for (const [name, transitions] of Object.entries(after)) {
    if (!/^\d+$/.test(name) && !isOneOf(delayNames, name))
      throw new ChartError('CHART_UNKNOWN_DELAY', { name, place });
    assertTransitions(transitions, scope);
  }
  assertTransitions(always, scope);
  assertTransitions(state.onDone, scope);
  for (const [name, child] of Object.entries(children)) assertInside(child, `${place}.${name}`, children);
}

function assertTransitions(
  transitions: ChartTransition | readonly ChartTransition[] | undefined,
  { place, children, siblings }: Scope,
): void {
  for (const { target, guard, actions } of listOf(transitions)) {
    if (guard !== undefined && !isOneOf(guardNames, guard.type))
      throw new ChartError('CHART_UNKNOWN_GUARD', { name: guard.type, place });
    assertActions(actions, place);
    if (target === undefined) continue;
    if (target.startsWith('.')) assertState(target.slice(1), children, place);
    else assertState(target, siblings, place);
  }
}

function listOf(transitions: ChartTransition | readonly ChartTransition[] | undefined) {
  if (transitions === undefined) return [];
  return 'length' in transitions ? transitions : [transitions];
}

function assertActions(actions: readonly ChartAction[] | undefined, place: string): void {
  for (const { type: name } of actions ?? []) {
    if (!isOneOf(actionNames, name)) throw new ChartError('CHART_UNKNOWN_ACTION', { name, place });
  }
}

/** Business events are the journeys' own: any name behind `event.`. */
function assertEvent(name: string, place: string): void {
  if (isOneOf(eventNames, name) || name.startsWith('event.')) return;
  throw new ChartError('CHART_UNKNOWN_EVENT', { name, place });
}

function assertState(name: string, states: States, place: string): void {
  if (!Object.hasOwn(states, name)) throw new ChartError('CHART_UNKNOWN_STATE', { name, place });
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
