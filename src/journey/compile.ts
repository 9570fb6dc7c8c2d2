// Compiles a checked definition to a chart: each node becomes a compound state with its type's inside and the
// author's edges as `onDone`. Pure. The chart holds names of the vocabulary only, never a node type's code.

import type { Chart, ChartAction, ChartState, ChartTransition, NodeChart } from '../machine/chart.ts';
import { assertChart } from '../machine/check-chart.ts';
import type { AnyNodeType, Catalogue } from './catalogue.ts';
import type { Definition, DefinitionNode } from './definition.ts';
import { callDepthLimit, outcomesOfNode } from './node-outcomes.ts';
import { anyFailure, exhaustedOutcome, sortPrefixes } from './outcome-match.ts';
import { type ResolvedNodes, resolveConfig } from './resolved-node.ts';
import { callSeparator } from './sub-journey.ts';
import type { Surroundings } from './surroundings.ts';

/** A definition was compiled that the checker would have refused. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
  readonly code: 'JOURNEY_UNKNOWN_TYPE' | 'JOURNEY_UNKNOWN_CALL' | 'JOURNEY_BAD_CONFIG';
  readonly node: string;

  constructor(code: CompileError['code'], node: string, message: string) {
    super(message);
    this.code = code;
    this.node = node;
  }
}

/** Name of a chart's and of a sub-journey's final state. Not a legal node id, so it can't collide. */
export const endState = '$end';
/** Where a node with bounded visits begins: has it been here too often? */
const visitState = '$visit';
/** Where it ends then: not the inside's own `done`, which may be a node of a sub-journey. */
const spentState = '$spent';

const finish: ChartTransition = { target: endState, actions: [{ type: 'finish' }] };
/** A sub-journey's end: the calling node's edges decide by its last outcome. */
const leave: ChartTransition = { target: endState };

/** One journey of the chart: the whole, or a sub-journey in the place of the node that awaits it. */
interface Level {
  readonly definition: Definition;
  readonly catalogue: Catalogue;
  readonly surroundings: Surroundings;
  /** Nodes of this definition as the checker has parsed them. */
  readonly resolved?: ResolvedNodes | undefined;
  /** By the keys of `next`, as a text: many nodes have the same. */
  readonly routes: Map<string, readonly Route[]>;
  /** What the ids of its nodes begin with: `call/`, or nothing. */
  readonly prefix: string;
  readonly depth: number;
}

/**
 * Turns a definition into the XState config that the driver runs.
 *
 * @param resolved its nodes as `check` has parsed them, so that they need not be parsed again
 *
 * @throws CompileError where a node's type or sub-journey is unknown or its config does not parse: check first.
 * @throws ChartError where a node type's inside or an edge names something that does not exist.
 */
export function compile(
  definition: Definition,
  catalogue: Catalogue,
  { resolved, ...surroundings }: Surroundings & { readonly resolved?: ResolvedNodes } = {},
): Chart {
  const states = compileNodes({
    definition,
    catalogue,
    surroundings,
    resolved,
    prefix: '',
    depth: 0,
    routes: new Map(),
  });
  states[endState] = { type: 'final' };
  const chart: Chart = {
    id: 'journey',
    initial: definition.start,
    states,
    on: { exit: { target: `.${endState}`, actions: [{ type: 'finish' }] } },
  };
  assertChart(chart);
  return chart;
}

function compileNodes(level: Level): Record<string, ChartState> {
  const states: Record<string, ChartState> = {};
  for (const [id, source] of Object.entries(level.definition.nodes)) {
    states[id] = compileNode(id, source, level);
  }
  return states;
}

function compileNode(id: string, source: DefinitionNode, level: Level): ChartState {
  const node = level.prefix + id;
  const type = level.catalogue.get(source.type);
  if (type === undefined) {
    throw new CompileError('JOURNEY_UNKNOWN_TYPE', node, `Node ${node} has the unknown type ${source.type}.`);
  }
  const config = level.resolved?.get(id)?.config ?? parseConfig(node, source, type);
  const called = type.inlines?.(config);
  const inside = called === undefined ? type.chart({ config, node }) : compileCall(node, called, level);
  const { initial, states } = source.maxVisits === undefined ? inside : bounded(inside, source.maxVisits);
  return {
    initial,
    states,
    entry: [{ type: called === undefined ? 'enter' : 'call', params: { node } }],
    onDone: compileEdges(id, source, { type, config, level }),
  };
}

function compileCall(node: string, called: string, level: Level): NodeChart {
  const definition = level.surroundings.journeys?.get(called);
  const depth = level.depth + 1;
  if (definition === undefined || depth > callDepthLimit) {
    throw new CompileError(
      'JOURNEY_UNKNOWN_CALL',
      node,
      `Node ${node} awaits the unknown journey ${called}.`,
    );
  }
  const states = compileNodes({
    ...level,
    definition,
    resolved: undefined,
    prefix: node + callSeparator,
    depth,
  });
  states[endState] = { type: 'final', entry: [{ type: 'return', params: { node } }] };
  return { initial: definition.start, states };
}

function bounded({ initial, states }: NodeChart, max: number): NodeChart {
  const spent: ChartTransition = {
    guard: { type: 'exhausted', params: { max } },
    target: spentState,
    actions: [{ type: 'settle', params: { outcome: exhaustedOutcome } }],
  };
  const always = [spent, { target: initial }];
  return {
    initial: visitState,
    states: { ...states, [visitState]: { always }, [spentState]: { type: 'final' } },
  };
}

/** The config as the type's code sees it: upgraded, defaults filled in. */
function parseConfig(node: string, source: DefinitionNode, type: AnyNodeType): never {
  const resolved = resolveConfig(source, type);
  if (resolved !== undefined) return resolved.config;
  const message = `The config of node ${node} does not fit ${type.type}.`;
  throw new CompileError('JOURNEY_BAD_CONFIG', node, message);
}

function compileEdges(
  id: string,
  source: DefinitionNode,
  { type, config, level }: { readonly type: AnyNodeType; readonly config: never; readonly level: Level },
): ChartTransition[] {
  const end = level.depth === 0 ? finish : leave;
  const { next, maxVisits } = source;
  if (type.terminal === true || next === undefined) return [end];
  const isBack = (target: string) => (target === id ? againThere : undefined);
  if (typeof next === 'string') {
    const edge = { target: next, ...isBack(next) };
    return maxVisits === undefined ? [edge] : [{ ...end, guard: byOutcome(exhaustedOutcome) }, edge];
  }
  const edges: ChartTransition[] = [];
  for (const { prefix, guard } of routesOf(Object.keys(next), level)) {
    const target = next[prefix] as string;
    edges.push({ guard, target, ...isBack(target) });
  }
  const fallback = next[anyFailure];
  if (fallback !== undefined) {
    const { successes } = outcomesOfNode(source, { type, config }, level);
    edges.push({ guard: { type: 'failure', params: { successes } }, target: fallback, ...isBack(fallback) });
  }
  edges.push(end);
  return edges;
}

/** An edge back to its node. */
const againThere = { reenter: true } as const;

/** An outcome, or all that begin with it, in the order in which they are asked for. */
interface Route {
  readonly prefix: string;
  readonly guard: ChartAction;
}

function routesOf(keys: readonly string[], { routes }: Level): readonly Route[] {
  const text = JSON.stringify(keys);
  let found = routes.get(text);
  if (found === undefined) {
    found = sortPrefixes(keys).map((prefix) => ({ prefix, guard: byOutcome(prefix) }));
    routes.set(text, found);
  }
  return found;
}

function byOutcome(prefix: string): ChartAction {
  return { type: 'outcome', params: { prefix } };
}
