// A journey as a machine that needs nothing of ours: a state per node, an event per outcome, no guards, no actions.
// Every outcome leads where the compiled chart's edges lead, so tools such as Stately and @xstate/graph can walk it. Pure.

import type { Catalogue } from '../catalogue.ts';
import type { Definition, DefinitionNode } from '../definition.ts';
import type { Name } from '../fields.ts';
import { callDepthLimit, outcomesOfNode } from '../node-outcomes.ts';
import { exhaustedOutcome, findEdgeKey } from '../outcome-match.ts';
import { resolveConfig, type TypedConfig } from '../resolved-node.ts';
import type { Surroundings } from '../surroundings.ts';

export interface OutlineTransition {
  readonly target: string;
  /** An edge from a node to itself leaves and enters it anew. */
  readonly reenter?: true;
}

export interface OutlineState {
  readonly type?: 'final';
  readonly description?: string;
  /** The type of the node. */
  readonly meta?: { readonly node: string };
  /** How the run ends here. */
  readonly output?: { readonly outcome: string };
  /** By outcome. */
  readonly on?: { readonly [outcome: string]: OutlineTransition };
  /** Of an awaited sub-journey: its nodes. */
  readonly initial?: string;
  readonly states?: { readonly [node: string]: OutlineState };
}

export interface Outline {
  readonly id: 'journey';
  readonly initial: string;
  readonly states: { readonly [node: string]: OutlineState };
  /** `exit.<outcome>`: an exit rule ends the run, wherever it is. */
  readonly on?: { readonly [event: string]: OutlineTransition };
}

interface Level {
  readonly definition: Definition;
  readonly catalogue: Catalogue;
  readonly surroundings: Surroundings;
  /** The node that awaits this journey, and the journey it stands in. */
  readonly caller?: { readonly id: string; readonly level: Level };
  readonly depth: number;
  /** Final states for outcomes that no edge takes, by name; one for the whole run. */
  readonly ends: Map<string, OutlineState>;
}

/** Outlines a checked journey; sub-journeys that are awaited are nested in the node that awaits them. */
export function toOutline(
  definition: Definition,
  { catalogue, surroundings }: { readonly catalogue: Catalogue; readonly surroundings: Surroundings },
): Outline {
  const ends = new Map<string, OutlineState>();
  const level: Level = { definition, catalogue, surroundings, depth: 0, ends };
  const states = toStates(level);
  const exits = (definition.exit ?? []).map(({ as }) => [`exit.${as}`, toEnd(as, level)] as const);
  return {
    id: 'journey',
    initial: definition.start,
    states: { ...states, ...Object.fromEntries(ends) },
    ...(exits.length > 0 && { on: Object.fromEntries(exits) }),
  };
}

function toStates(level: Level): { readonly [node: string]: OutlineState } {
  return Object.fromEntries(
    Object.entries(level.definition.nodes).map(([id, source]) => [id, toState(id, source, level)]),
  );
}

function toState(id: string, source: DefinitionNode, level: Level): OutlineState {
  const resolved = resolveConfig(source, level.catalogue.get(source.type));
  const outcomes = resolved === undefined ? [] : outcomesOfNode(source, resolved, level).all;
  const [outcome] = outcomes;
  const about = { ...describe(source), meta: { node: source.type } };
  const isEnd = resolved?.type.terminal === true && level.caller === undefined;
  if (isEnd && outcomes.length === 1 && outcome !== undefined) {
    return { type: 'final', ...about, output: { outcome } };
  }
  const called = findInlined(resolved, level);
  // Outcomes of a sub-journey are events of the nodes that end it; only the bound of visits is the caller's own.
  const own = called === undefined ? outcomes : outcomes.filter((word) => word === exhaustedOutcome);
  const inside =
    called === undefined
      ? {}
      : {
          initial: called.start,
          states: toStates({ ...level, definition: called, caller: { id, level }, depth: level.depth + 1 }),
        };
  const on = Object.fromEntries(own.map((word) => [word, toTransition(id, word, level)]));
  return { ...about, ...(own.length > 0 && { on }), ...inside };
}

function findInlined(resolved: TypedConfig | undefined, level: Level): Definition | undefined {
  const called = resolved?.type.inlines?.(resolved.config);
  if (called === undefined || level.depth >= callDepthLimit) return undefined;
  return level.surroundings.journeys?.get(called);
}

/** Where an outcome of a node leads: its edge, else out of the sub-journey by the caller's edge, else the end. */
function toTransition(id: string, outcome: string, level: Level): OutlineTransition {
  const next = findNext(id, outcome, level);
  if (next !== undefined) {
    return { target: `#${pathOf(next, level)}`, ...(next === id && { reenter: true }) };
  }
  const { caller } = level;
  return caller === undefined ? toEnd(outcome, level) : toTransition(caller.id, outcome, caller.level);
}

function findNext(id: string, outcome: string, level: Level): string | undefined {
  const source = level.definition.nodes[id];
  const resolved = source === undefined ? undefined : resolveConfig(source, level.catalogue.get(source.type));
  if (source?.next === undefined || resolved === undefined || resolved.type.terminal === true)
    return undefined;
  const { next, maxVisits } = source;
  if (typeof next === 'string') {
    return maxVisits !== undefined && outcome === exhaustedOutcome ? undefined : next;
  }
  const { successes } = outcomesOfNode(source, resolved, level);
  const key = findEdgeKey(Object.keys(next), outcome, successes);
  return key === undefined ? undefined : next[key];
}

function pathOf(id: string, { caller }: Level): string {
  return `${caller === undefined ? 'journey' : pathOf(caller.id, caller.level)}.${id}`;
}

/** A dot in a state's name would lead into the state. */
function toEnd(outcome: string, { ends }: Level): OutlineTransition {
  const name = `$${outcome.replaceAll('.', '/')}`;
  ends.set(name, { type: 'final', output: { outcome } });
  return { target: `#journey.${name}` };
}

function describe({ name, note }: DefinitionNode): { readonly description?: string } {
  const said = [name === undefined ? '' : inWords(name), note ?? ''].filter((text) => text !== '');
  return said.length === 0 ? {} : { description: said.join('\n\n') };
}

/** All languages of a name. */
function inWords(name: Name): string {
  return typeof name === 'string' ? name : Object.values(name).join(' / ');
}
