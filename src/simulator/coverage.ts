// Which edges and outcomes of a journey some runs have taken, and which not: nodes of awaited sub-journeys included.
// Pure.

import type { Definition } from '../journey/definition.ts';
import { outcomesOfNode } from '../journey/node-outcomes.ts';
import { findEdgeKey } from '../journey/outcome-match.ts';
import { resolveConfig } from '../journey/resolved-node.ts';
import { callSeparator, findCalled } from '../journey/sub-journey.ts';
import type { Surroundings } from '../journey/surroundings.ts';
import type { AnyNode } from '../node-kit/node-type.ts';
import { isFromOutside } from './is-from-outside.ts';
import type { TracedStep } from './trace.ts';

export interface CoverageInput {
  readonly definition: Definition;
  readonly nodeTypes: readonly AnyNode[];
  readonly surroundings?: Surroundings;
}

export interface Coverage {
  readonly edges: Covered;
  readonly outcomes: Covered;
}

/** Edges as `offer limit→text` (an edge for all outcomes: `text *→done`), outcomes as `offer→limit.user`. */
export interface Covered {
  readonly all: number;
  readonly taken: number;
  /** Whole percent; 100 where there is nothing to take. */
  readonly percent: number;
  readonly untaken: readonly string[];
}

/** Adds up the steps of runs: `add(simulation.steps)`, then `result()`. */
export interface CoverageMeter {
  add(steps: readonly TracedStep[]): void;
  result(): Coverage;
}

export function createCoverageMeter({
  definition,
  nodeTypes,
  surroundings = {},
}: CoverageInput): CoverageMeter {
  const catalogue = new Map(nodeTypes.map((type) => [type.type, type]));
  const nodes = new Map<string, NodeWays>();
  collect(definition, '');
  const edgesTaken = new Set<string>();
  const outcomesTaken = new Set<string>();

  function collect(journey: Definition, prefix: string): void {
    for (const [id, source] of Object.entries(journey.nodes)) {
      const resolved = resolveConfig(source, catalogue.get(source.type));
      if (resolved === undefined) continue;
      const { type } = resolved;
      if (type.annotation === true && source.next === undefined) continue;
      const outcomes = outcomesOfNode(source, resolved, { catalogue, surroundings });
      const next = typeof source.next === 'string' ? { [everyOutcome]: source.next } : (source.next ?? {});
      const isOne = typeof source.next === 'string';
      nodes.set(prefix + id, { next: type.terminal === true ? {} : next, isOne, prefix, ...outcomes });
      const called = surroundings.journeys?.get(findCalled(source, catalogue) ?? '');
      if (called !== undefined) collect(called, prefix + id + callSeparator);
    }
  }

  return {
    add: (steps) => {
      for (const { node, outcome, policy } of steps) {
        if (isFromOutside(policy)) continue;
        const ways = nodes.get(node);
        if (ways === undefined) continue;
        outcomesTaken.add(toOutcome(node, outcome));
        const key = ways.isOne ? everyOutcome : findEdgeKey(Object.keys(ways.next), outcome, ways.successes);
        if (key !== undefined && ways.next[key] !== undefined) edgesTaken.add(toEdge(node, key, ways));
      }
    },
    result: () => {
      const all = [...nodes];
      const edges = all.flatMap(([node, ways]) =>
        Object.keys(ways.next).map((key) => toEdge(node, key, ways)),
      );
      const outcomes = all.flatMap(([node, ways]) => ways.all.map((outcome) => toOutcome(node, outcome)));
      return { edges: toCovered(edges, edgesTaken), outcomes: toCovered(outcomes, outcomesTaken) };
    },
  };
}

interface NodeWays {
  readonly next: { readonly [key: string]: string };
  /** One edge for all outcomes. */
  readonly isOne: boolean;
  readonly prefix: string;
  readonly all: readonly string[];
  readonly successes: readonly string[];
}

const everyOutcome = '*';

function toEdge(node: string, key: string, { next, prefix }: NodeWays): string {
  return `${node} ${key}→${prefix}${next[key] ?? ''}`;
}

function toOutcome(node: string, outcome: string): string {
  return `${node}→${outcome}`;
}

function toCovered(all: readonly string[], taken: ReadonlySet<string>): Covered {
  const untaken = all.filter((one) => !taken.has(one));
  const count = all.length - untaken.length;
  return {
    all: all.length,
    taken: count,
    percent: all.length === 0 ? 100 : Math.floor((100 * count) / all.length),
    untaken,
  };
}
