// The journey as a run walks it: numbered nodes with those of awaited sub-journeys in their place, and edges by what
// they mean to a proof. Pure.

import type { AnyNodeType, Catalogue, MessageUse, ReplyUse } from '../catalogue.ts';
import { type Components, type EdgeColumns, findComponents } from '../components.ts';
import type { Definition } from '../definition.ts';
import { callDepthLimit, outcomesOfNode } from '../node-outcomes.ts';
import { exhaustedOutcome } from '../outcome-match.ts';
import { defaultExpires, type JourneyPolicy } from '../policy-schema.ts';
import { type ResolvedNode, type ResolvedNodes, resolveNode } from '../resolved-node.ts';
import { callSeparator } from '../sub-journey.ts';
import type { Surroundings } from '../surroundings.ts';
import { createEdgeForms, type FlowEdge, type Fork, forkOf, waysOf } from './edge-forms.ts';

export interface FlowNode {
  /** `call/offer` for the node `offer` of the journey that the node `call` awaits. */
  readonly id: string;
  /** The node of the journey in hand that it is, or stands in. */
  readonly root: string;
  readonly type: AnyNodeType;
  readonly message: MessageUse | undefined;
  /** Answers that it waits for. */
  readonly replies: ReplyUse | undefined;
  /** The longest a visit can take. */
  readonly longestMs: number;
  readonly maxVisits: number | undefined;
}

/** Nodes and edges by number; the target of an edge is `theEnd` where the run is over. */
export interface FlowGraph extends EdgeColumns {
  readonly start: number;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** By all edges, from the start. */
  readonly components: Components;
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

/** The edges of a node with where they lead. */
export function edgesFrom(
  { begin, end, edges, target }: FlowGraph,
  node: number,
): readonly { readonly edge: FlowEdge; readonly target: number }[] {
  return edges
    .slice(begin[node], end[node])
    .map((edge, index) => ({ edge, target: target[(begin[node] as number) + index] as number }));
}

class Builder implements EdgeColumns {
  isTooLarge = false;
  readonly begin: number[] = [];
  readonly end: number[] = [];
  readonly target: number[] = [];
  readonly #known: Known;
  readonly #formsOf: ReturnType<typeof createEdgeForms>;
  readonly #nodes: FlowNode[] = [];
  readonly #edges: FlowEdge[] = [];
  readonly #unknownCalls = new Set<string>();
  readonly #starts = new Set<string>();

  constructor(known: Known) {
    this.#known = known;
    this.#formsOf = createEdgeForms(known);
  }

  /** Adds a journey's nodes; the number of the one that it starts with. */
  addJourney(definition: Definition, level: Level): number {
    const { expires = defaultExpires } = level.policy;
    for (const [id, { source, type, config }] of level.nodes) {
      level.indexes.set(id, this.#nodes.length);
      this.begin.push(0);
      this.end.push(0);
      this.#nodes.push({
        id: level.prefix + id,
        root: level.root ?? id,
        type,
        message: type.message?.(config),
        replies: type.replies?.(config),
        longestMs: this.#isKnownCall(type.inlines?.(config), level)
          ? 0
          : longestRestOf(type, config, expires),
        maxVisits: source.maxVisits,
      });
    }
    this.isTooLarge ||= this.#nodes.length > flowNodeLimit;
    for (const [id, node] of level.nodes) {
      if (this.isTooLarge) break;
      this.#addEdges(level.indexes.get(id) as number, node, level);
    }
    return level.indexes.get(definition.start) ?? theEnd;
  }

  finish(start: number): FlowGraph {
    const roots = start < 0 ? [] : [start];
    let components = findComponents(this, roots);
    if (this.#dropExhausted(components)) components = findComponents(this, roots);
    return {
      start,
      nodes: this.#nodes,
      begin: this.begin,
      end: this.end,
      target: this.target,
      edges: this.#edges,
      components,
      reachable: components.order,
      unknownCalls: [...this.#unknownCalls],
      starts: [...this.#starts],
    };
  }

  /** A node outside all cycles is visited once: it is never exhausted. */
  #dropExhausted({ order, isCyclic, componentOf }: Components): boolean {
    const once = order.filter(
      (node) => this.#nodes[node]?.maxVisits !== undefined && !isCyclic[componentOf[node] as number],
    );
    for (const node of once) {
      let kept = this.begin[node] as number;
      for (let edge = kept; edge < (this.end[node] as number); edge += 1) {
        const meant = this.#edges[edge] as FlowEdge;
        if (meant.kind === 'exhausted') continue;
        this.#edges[kept] = meant;
        this.target[kept] = this.target[edge] as number;
        kept += 1;
      }
      this.end[node] = kept;
    }
    return once.length > 0;
  }

  /** A node that awaits a journey at hand rests in that journey's nodes only. */
  #isKnownCall(called: string | undefined, level: Level): boolean {
    return called !== undefined && this.#findCalled(called, level.depth + 1) !== undefined;
  }

  #findCalled(called: string, depth: number): Definition | undefined {
    return depth > callDepthLimit ? undefined : this.#known.surroundings.journeys?.get(called);
  }

  #addEdges(index: number, node: ResolvedNode, level: Level): void {
    const { type, config } = node;
    const started = type.startsJourney?.(config);
    if (started !== undefined) this.#starts.add(started);
    const called = type.inlines?.(config);
    if (called !== undefined) {
      this.#enter(called, index, { node, level });
      return;
    }
    const fork = forkOf(node);
    const { expires = defaultExpires } = level.policy;
    this.begin[index] = this.target.length;
    for (const { edge, way } of this.#formsOf(node, {
      fork,
      message: this.#nodes[index]?.message,
      expires,
    })) {
      this.#edges.push(edge);
      this.target.push(findTarget(way, fork, level) ?? level.leave(edge.outcomes[0] as string));
    }
    this.end[index] = this.target.length;
  }

  /** The edges of a calling node: into the journey that it awaits, where that is known. */
  #enter(called: string, index: number, { node, level }: { node: ResolvedNode; level: Level }): void {
    const fork = forkOf(node);
    const { successes } = outcomesOfNode(node.source, node, this.#known);
    const wayOf = waysOf(node, fork, successes);
    const route = (outcome: string) => findTarget(wayOf(outcome), fork, level) ?? level.leave(outcome);
    const definition = this.#findCalled(called, level.depth + 1);
    let targets: Iterable<number>;
    if (definition === undefined) {
      this.#unknownCalls.add(called);
      targets = new Set([theEnd, ...fork.targets.map((target) => level.indexes.get(target) ?? theEnd)]);
    } else targets = [this.#addCalled(definition, { node, level, leave: route })];
    this.begin[index] = this.target.length;
    if (node.source.maxVisits !== undefined) {
      this.#edges.push(spent);
      this.target.push(route(exhaustedOutcome));
    }
    for (const target of targets) {
      this.#edges.push(calling);
      this.target.push(target);
    }
    this.end[index] = this.target.length;
  }

  /** Adds an awaited journey in the place of its node; the number of the node that it starts with. */
  #addCalled(
    definition: Definition,
    { node, level, leave }: { node: ResolvedNode; level: Level; leave: Level['leave'] },
  ): number {
    const nodes = new Map<string, ResolvedNode>();
    for (const [id, source] of Object.entries(definition.nodes)) {
      const inner = resolveNode(id, source, this.#known.catalogue.get(source.type));
      if (inner !== undefined) nodes.set(id, inner);
    }
    return this.addJourney(definition, {
      nodes,
      prefix: level.prefix + node.node + callSeparator,
      root: level.root ?? node.node,
      depth: level.depth + 1,
      policy: { ...level.policy, ...definition.policy },
      indexes: new Map(),
      leave,
    });
  }
}

/** Entering a sub-journey takes no time and means nothing yet. */
const calling: FlowEdge = {
  kind: 'hoped',
  copies: 0,
  shortestMs: 0,
  isInbound: false,
  inboundAgoMs: 0,
  inVain: undefined,
  outcomes: [],
};
const spent: FlowEdge = { ...calling, kind: 'exhausted', outcomes: [exhaustedOutcome] };

function findTarget(way: number, { targets }: Fork, { indexes }: Level): number | undefined {
  const target = targets[way];
  return target === undefined ? undefined : indexes.get(target);
}

/** The longest that a run can rest at a node, in milliseconds; Infinity without a bound. */
export function longestRestOf(type: AnyNodeType, config: never, expires: string): number {
  return type.longestMs?.(config, { expires }) ?? (type.waits ? Number.POSITIVE_INFINITY : 0);
}
