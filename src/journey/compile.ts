// Compiles a checked definition to a chart: each node becomes a compound state with its type's inside and the
// author's edges as `onDone`. Pure. The chart holds names of the vocabulary only, never a node type's code.

import type { Chart, ChartState, ChartTransition } from '../machine/chart.ts';
import { assertChart } from '../machine/check-chart.ts';
import type { AnyNodeType, Catalogue } from './catalogue.ts';
import type { Definition, DefinitionNode } from './definition.ts';
import { anyFailure, sortPrefixes } from './outcome-match.ts';
import { upgradeConfig } from './upgrade.ts';

/** A definition was compiled that the checker would have refused. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
  readonly code: 'JOURNEY_UNKNOWN_TYPE' | 'JOURNEY_BAD_CONFIG';
  readonly node: string;

  constructor(code: CompileError['code'], node: string, message: string) {
    super(message);
    this.code = code;
    this.node = node;
  }
}

/** Name of the chart's only top-level final state. Not a legal node id, so it can't collide. */
export const endState = '$end';

const finish: ChartTransition = { target: endState, actions: [{ type: 'finish' }] };

/**
 * Turns a definition into the XState config that the driver runs.
 *
 * @throws CompileError where a node's type is unknown or its config does not parse: check first.
 * @throws ChartError where a node type's inside or an edge names something that does not exist.
 */
export function compile(definition: Definition, catalogue: Catalogue): Chart {
  const states: Record<string, ChartState> = {};
  for (const [node, source] of Object.entries(definition.nodes)) {
    states[node] = compileNode(node, source, catalogue);
  }
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

function compileNode(node: string, source: DefinitionNode, catalogue: Catalogue): ChartState {
  const type = catalogue.get(source.type);
  if (type === undefined) {
    throw new CompileError('JOURNEY_UNKNOWN_TYPE', node, `Node ${node} has the unknown type ${source.type}.`);
  }
  const config = parseConfig(node, source, type);
  const inside = type.chart({ config, node });
  return {
    initial: inside.initial,
    entry: [{ type: 'enter', params: { node } }],
    states: inside.states,
    onDone: compileEdges(source, type, config).map((edge) =>
      edge.target === node ? { ...edge, reenter: true } : edge,
    ),
  };
}

/** The config as the type's code sees it: upgraded, defaults filled in. */
function parseConfig(node: string, source: DefinitionNode, type: AnyNodeType): never {
  const upgraded = upgradeConfig(type, source.version, source.with ?? {});
  const parsed = type.config.safeParse(upgraded);
  if (!parsed.success) {
    throw new CompileError(
      'JOURNEY_BAD_CONFIG',
      node,
      `The config of node ${node} does not fit ${type.type}.`,
    );
  }
  return parsed.data as never;
}

function compileEdges(source: DefinitionNode, type: AnyNodeType, config: never): ChartTransition[] {
  if (type.terminal === true || source.next === undefined) return [finish];
  if (typeof source.next === 'string') return [{ target: source.next }];
  const next = source.next;
  const edges = sortPrefixes(Object.keys(next)).map(
    (prefix): ChartTransition => ({
      guard: { type: 'outcome', params: { prefix } },
      target: next[prefix] as string,
    }),
  );
  const fallback = next[anyFailure];
  if (fallback !== undefined) {
    const successes = [...type.successes(config)];
    edges.push({ guard: { type: 'failure', params: { successes } }, target: fallback });
  }
  return [...edges, finish];
}
