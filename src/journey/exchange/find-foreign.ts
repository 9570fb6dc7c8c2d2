// What a machine config holds that a journey's chart never does: parallel states, history, context, actors, and names
// that are not in the vocabulary. Pure; takes any JSON.

import { actionNames, delayNames, eventNames, guardNames } from '../../machine/vocabulary.ts';
import type { ForeignFeature } from '../issues/exchange.ts';
import { createIssue, type Issue, type IssuePath } from '../issues.ts';

type Fields = { readonly [field: string]: unknown };

/** Deep enough for any chart; deeper states are not looked at. */
const depthLimit = 30;

/** A warning for each thing without meaning; empty for a chart of ours. */
export function findForeign(document: unknown): readonly Issue[] {
  return isFields(document) ? inState(document, { path: [], depth: 0 }) : [];
}

interface Place {
  readonly path: IssuePath;
  readonly depth: number;
}

/** Fields of a state that mean nothing here, whatever they hold. */
const meaningless: { readonly [field: string]: ForeignFeature } = {
  context: 'context',
  exit: 'exit-action',
  activities: 'actor',
  output: 'output',
  input: 'input',
  tags: 'tags',
  history: 'history',
  schemas: 'types',
  types: 'types',
};

function inState(state: Fields, { path, depth }: Place): readonly Issue[] {
  const found: Issue[] = [];
  if (state['type'] === 'parallel') found.push(foreign('parallel', '', [...path, 'type']));
  else if (state['type'] === 'history') found.push(foreign('history', '', [...path, 'type']));
  for (const [field, feature] of Object.entries(meaningless)) {
    const isSaid = field in state && !isEmpty(state[field]);
    if (isSaid) found.push(foreign(feature, '', [...path, field]));
  }
  found.push(
    ...inActions(state['entry'], [...path, 'entry']),
    ...inInvokes(state['invoke'], [...path, 'invoke']),
  );
  for (const [event, transitions] of entriesOf(state['on'])) {
    if (!isKnownEvent(event)) found.push(foreign('event', event, [...path, 'on', event]));
    found.push(...inTransitions(transitions, [...path, 'on', event]));
  }
  for (const [delay, transitions] of entriesOf(state['after'])) {
    if (!/^\d+$/.test(delay) && !isOneOf(delayNames, delay))
      found.push(foreign('delay', delay, [...path, 'after', delay]));
    found.push(...inTransitions(transitions, [...path, 'after', delay]));
  }
  for (const field of ['always', 'onDone']) found.push(...inTransitions(state[field], [...path, field]));
  if (depth >= depthLimit) return found;
  for (const [name, child] of entriesOf(state['states'])) {
    if (isFields(child)) found.push(...inState(child, { path: [...path, 'states', name], depth: depth + 1 }));
  }
  return found;
}

function inInvokes(invoke: unknown, path: IssuePath): readonly Issue[] {
  return placed(invoke, path).flatMap(([given, place]) => {
    if (!isFields(given)) return [];
    const { src } = given;
    const name = typeof src === 'string' ? src : isFields(src) ? nameOf(src) : '';
    return [
      ...(name === 'activity' ? [] : [foreign('actor', name, [...place, 'src'])]),
      ...['onDone', 'onError', 'onSnapshot'].flatMap((field) =>
        inTransitions(given[field], [...place, field]),
      ),
    ];
  });
}

function inTransitions(transitions: unknown, path: IssuePath): readonly Issue[] {
  return placed(transitions, path).flatMap(([given, place]) => {
    if (!isFields(given)) return [];
    const { guard = given['cond'] } = given;
    const name = typeof guard === 'string' ? guard : isFields(guard) ? nameOf(guard) : '';
    const field = 'guard' in given ? 'guard' : 'cond';
    const isOurs = guard === undefined || isOneOf(guardNames, name);
    return [
      ...(isOurs ? [] : [foreign('guard', name, [...place, field])]),
      ...inActions(given['actions'], [...place, 'actions']),
    ];
  });
}

function inActions(actions: unknown, path: IssuePath): readonly Issue[] {
  return placed(actions, path).flatMap(([given, place]) => {
    const name = typeof given === 'string' ? given : isFields(given) ? nameOf(given) : '';
    return isOneOf(actionNames, name) ? [] : [foreign('action', name, place)];
  });
}

function foreign(feature: ForeignFeature, name: string, path: IssuePath): Issue {
  return createIssue('J702', { feature, name }, { path, anchor: { at: 'key' } });
}

/** One thing or a list of them, each with its place. */
function placed(value: unknown, path: IssuePath): readonly (readonly [unknown, IssuePath])[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map((item, index) => [item, [...path, index]]) : [[value, path]];
}

function nameOf({ type }: Fields): string {
  return typeof type === 'string' ? type : '';
}

function isKnownEvent(name: string): boolean {
  return isOneOf(eventNames, name) || name.startsWith('event.');
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isFields(value) ? Object.entries(value) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Stately writes empty fields. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
