// The journey as a run walks it: numbered nodes with those of awaited sub-journeys in their place, and edges by what
// they mean to a proof. Pure.

import type { AnyNodeType, Catalogue, MessageUse } from '../catalogue.ts';
import { type Definition, defaultExpires, type JourneyPolicy } from '../definition.ts';
import { callDepthLimit, outcomesOfNode } from '../node-outcomes.ts';
import { exhaustedOutcome, findEdgeKey } from '../outcome-match.ts';
import { type ResolvedNode, type ResolvedNodes, resolveNode } from '../resolved-node.ts';
import { callSeparator } from '../sub-journey.ts';
import type { Surroundings } from '../surroundings.ts';
import { findComponents, type Targets } from './components.ts';
import { isSameMeaning, meaningOf, type OutcomeMeaning } from './outcome-meaning.ts';

/** An edge, for all outcomes that lead the same way and mean the same. */
export interface FlowEdge extends OutcomeMeaning {
  readonly outcomes: string[];
  /** The next node; `theEnd` where the run is over. */
  readonly target: number;
}

export interface FlowNode {
  /** `call/offer` for the node `offer` of the journey that the node `call` awaits. */
  readonly id: string;
  /** The node of the journey in hand that it is, or stands in. */
  readonly root: string;
  readonly type: AnyNodeType;
  readonly message?: MessageUse;
  /** The longest a visit can take. */
  readonly longestMs: number;
  readonly maxVisits?: number;
  edges: readonly FlowEdge[];
}

export interface FlowGraph {
  readonly start: number;
  readonly nodes: readonly FlowNode[];
  /** The nodes that some path from the start enters. */
  readonly reachable: readonly number[];
  /** Awaited journeys that could not be looked into. */
  readonly unknownCalls: readonly string[];
  /** Journeys that are started and not awaited. */
  readonly starts: readonly string[];
}

export const theEnd = -1;

/** Nodes of a journey and its sub-journeys together. */
export const flowNodeLimit = 10_000;

/** One journey of the graph: the one in hand, or a sub-journey in the place of the node that awaits it. */
interface Level {
  readonly nodes: ResolvedNodes;
  readonly prefix: string;
  readonly root?: string;
  readonly depth: number;
  readonly policy: JourneyPolicy;
  readonly indexes: Map<string, number>;
  /** Where a run goes that has come to the end of this journey with this word. */
  readonly leave: (outcome: string) => number;
}

export interface Known {
  readonly catalogue: Catalogue;
  readonly surroundings: Surroundings;
}

/** The graph; undefined where it has more than `flowNodeLimit` nodes. Every node of the definition has to be resolved. */
export function createFlowGraph(
  definition: Definition,
  resolved: ResolvedNodes,
  known: Known,
): FlowGraph | undefined {
  const builder = new Builder(known);
  const start = builder.addJourney(definition, {
    nodes: resolved,
    prefix: '',
    depth: 0,
    policy: definition.policy ?? {},
    indexes: new Map(),
    leave: () => theEnd,
  });
  return builder.isTooLarge ? undefined : builder.finish(start);
}

class Builder {
  isTooLarge = false;
  readonly #known: Known;
  readonly #nodes: FlowNode[] = [];
  readonly #unknownCalls = new Set<string>();
  readonly #starts = new Set<string>();

  constructor(known: Known) {
    this.#known = known;
  }

  /** Adds a journey's nodes; the number of the one that it starts with. */
  addJourney(definition: Definition, level: Level): number {
    for (const [id, { source, type, config }] of level.nodes) {
      const message = type.message?.(config);
      const expires = level.policy.expires ?? defaultExpires;
      level.indexes.set(id, this.#nodes.length);
      this.#nodes.push({
        id: level.prefix + id,
        root: level.root ?? id,
        type,
        ...(message === undefined ? {} : { message }),
        longestMs: this.#isKnownCall(type.inlines?.(config), level) ? 0 : longestOf(type, config, expires),
        ...(source.maxVisits === undefined ? {} : { maxVisits: source.maxVisits }),
        edges: [],
      });
    }
    this.isTooLarge ||= this.#nodes.length > flowNodeLimit;
    for (const node of level.nodes.values()) {
      if (this.isTooLarge) break;
      this.#addEdges(node, level);
    }
    return level.indexes.get(definition.start) ?? theEnd;
  }

  finish(start: number): FlowGraph {
    const roots = start < 0 ? [] : [start];
    let components = findComponents(this.#targets(), roots);
    // A node outside all cycles is visited once: it is never exhausted.
    const once = components.flatMap(({ nodes: [index = theEnd], isCyclic }) => {
      const node = isCyclic ? undefined : this.#nodes[index];
      return node?.maxVisits === undefined ? [] : node;
    });
    for (const node of once) node.edges = node.edges.filter(({ kind }) => kind !== 'exhausted');
    if (once.length > 0) components = findComponents(this.#targets(), roots);
    return {
      start,
      nodes: this.#nodes,
      reachable: components.flatMap(({ nodes }) => nodes),
      unknownCalls: [...this.#unknownCalls],
      starts: [...this.#starts],
    };
  }

  #targets(): Targets {
    return this.#nodes.map(({ edges }) => {
      const targets: number[] = [];
      for (const { target } of edges)
        if (target !== theEnd && !targets.includes(target)) targets.push(target);
      return targets;
    });
  }

  /** A node that awaits a journey at hand rests in that journey's nodes only. */
  #isKnownCall(called: string | undefined, level: Level): boolean {
    return called !== undefined && this.#findCalled(called, level.depth + 1) !== undefined;
  }

  #findCalled(called: string, depth: number): Definition | undefined {
    return depth > callDepthLimit ? undefined : this.#known.surroundings.journeys?.get(called);
  }

  #addEdges(resolved: ResolvedNode, level: Level): void {
    const { node, source, type, config } = resolved;
    const flowNode = this.#nodes[level.indexes.get(node) ?? -1];
    if (flowNode === undefined) return;
    const started = type.startsJourney?.(config);
    if (started !== undefined) this.#starts.add(started);
    const called = type.inlines?.(config);
    const { all, successes } = outcomesOfNode(source, resolved, this.#known);
    const route = createRoute(resolved, successes, level);
    if (called !== undefined) {
      flowNode.edges = this.#enter(called, { resolved, level, route });
      return;
    }
    const expires = level.policy.expires ?? defaultExpires;
    const edges: FlowEdge[] = [];
    const about = { type, config, expires, message: flowNode.message, successes };
    for (const outcome of all)
      addOutcome(edges, { outcome, target: route(outcome) }, meaningOf(outcome, about));
    flowNode.edges = edges;
  }

  /** The edges of a calling node: into the journey that it awaits, where that is known. */
  #enter(
    called: string,
    { resolved, level, route }: { resolved: ResolvedNode; level: Level; route: (word: string) => number },
  ): FlowEdge[] {
    const depth = level.depth + 1;
    const definition = this.#findCalled(called, depth);
    const edges: FlowEdge[] = [];
    if (resolved.source.maxVisits !== undefined) {
      edges.push({
        ...calling,
        kind: 'exhausted',
        outcomes: [exhaustedOutcome],
        target: route(exhaustedOutcome),
      });
    }
    if (definition === undefined) {
      this.#unknownCalls.add(called);
      const { next = {} } = resolved.source;
      const targets = typeof next === 'string' ? [next] : Object.values(next);
      const indexes = new Set([theEnd, ...targets.map((target) => level.indexes.get(target) ?? theEnd)]);
      return [...edges, ...[...indexes].map((target) => ({ ...calling, outcomes: [], target }))];
    }
    const { catalogue } = this.#known;
    const nodes = new Map<string, ResolvedNode>();
    for (const [id, source] of Object.entries(definition.nodes)) {
      const node = resolveNode(id, source, catalogue.get(source.type));
      if (node !== undefined) nodes.set(id, node);
    }
    const target = this.addJourney(definition, {
      nodes,
      prefix: level.prefix + resolved.node + callSeparator,
      root: level.root ?? resolved.node,
      depth,
      policy: { ...level.policy, ...definition.policy },
      indexes: new Map(),
      leave: route,
    });
    return [...edges, { ...calling, outcomes: [], target }];
  }
}

/** Entering a sub-journey takes no time and means nothing yet. */
const calling = { kind: 'hoped', copies: 0, shortestMs: 0, isInbound: false, inVain: undefined } as const;

/** Where each outcome of a node leads. */
function createRoute(
  { source, type }: ResolvedNode,
  successes: readonly string[],
  level: Level,
): (outcome: string) => number {
  const { next } = source;
  if (type.terminal === true || next === undefined) return level.leave;
  if (typeof next === 'string') {
    const target = level.indexes.get(next);
    return (outcome) =>
      outcome === exhaustedOutcome ? level.leave(outcome) : (target ?? level.leave(outcome));
  }
  const keys = Object.keys(next);
  return (outcome) => {
    const key = findEdgeKey(keys, outcome, successes);
    const target = key === undefined ? undefined : level.indexes.get(next[key] as string);
    return target ?? level.leave(outcome);
  };
}

function longestOf(type: AnyNodeType, config: never, expires: string): number {
  return type.longestMs?.(config, { expires }) ?? (type.waits ? Number.POSITIVE_INFINITY : 0);
}

/** Adds the outcome to the edge that means the same, or an edge for it. */
function addOutcome(
  edges: FlowEdge[],
  { outcome, target }: { readonly outcome: string; readonly target: number },
  meaning: OutcomeMeaning,
): void {
  for (const edge of edges) {
    if (edge.target === target && isSameMeaning(edge, meaning)) {
      edge.outcomes.push(outcome);
      return;
    }
  }
  // Written out: a spread costs more than all the rest of a proof.
  const { kind, copies, shortestMs, isInbound, inVain } = meaning;
  edges.push({ outcomes: [outcome], target, kind, copies, shortestMs, isInbound, inVain });
}
