// The way that a simulated run took, step by step with its times and the edges it followed: what a canvas lights up.
// Pure.

import type { Definition } from '../journey/definition.ts';
import { outcomesOfNode } from '../journey/node-outcomes.ts';
import { findEdgeKey } from '../journey/outcome-match.ts';
import { resolveConfig } from '../journey/resolved-node.ts';
import { findPlacedNode, toNodeBeside } from '../journey/sub-journey.ts';
import type { Surroundings } from '../journey/surroundings.ts';
import type { AnyNode } from '../node-kit/node-type.ts';
import { isFromOutside } from './is-from-outside.ts';
import type { Simulation } from './simulation.ts';
import type { TracedStep } from './trace.ts';

/** A visit of a node. Instants are epoch milliseconds on the run's clock. */
export interface WalkedStep {
  /** `call/offer` inside an awaited sub-journey. */
  readonly node: string;
  readonly visit: number;
  /** Null while it rests here. */
  readonly outcome: string | null;
  readonly enteredAt: number;
  readonly settledAt: number | null;
  /** The edge that was followed; null where none was: the run is over, or rests. */
  readonly edge: WalkedEdge | null;
  readonly attempted: boolean | null;
  /** A provider's code. */
  readonly code: string | null;
  /** The policy that decided. */
  readonly policy: string | null;
}

export interface WalkedEdge {
  /** The key in `next`, such as `limit` for the outcome `limit.user`; null where one edge stands for all outcomes. */
  readonly key: string | null;
  readonly to: string;
}

export interface WalkedJourney {
  readonly definition: Definition;
  readonly nodeTypes: readonly AnyNode[];
  readonly surroundings?: Surroundings;
}

/** Completed visits in their order, then the one in which the run rests. */
export function toWalk(journey: WalkedJourney, { trace, rest, now }: Simulation): readonly WalkedStep[] {
  const findEdge = createEdgeFinder(journey);
  const entered = new Map<string, number>();
  const walk: WalkedStep[] = [];
  for (const entry of trace) {
    if (entry.kind === 'entered') entered.set(`${entry.node}#${entry.visit}`, entry.at);
    if (entry.kind !== 'settled') continue;
    const { at, kind: _kind, ...step } = entry;
    walk.push({
      ...toStep(step),
      enteredAt: entered.get(`${entry.node}#${entry.visit}`) ?? at,
      settledAt: at,
      edge: findEdge(step),
    });
  }
  if (rest === undefined) return walk;
  const { node, visit } = rest;
  const since = entered.get(`${node}#${visit}`) ?? now;
  return [...walk, { ...toStep({ node, visit }), enteredAt: since, settledAt: null, edge: null }];
}

type Visited = Pick<TracedStep, 'node' | 'visit'> & Partial<TracedStep>;

function toStep({ node, visit, outcome, attempted, code, policy }: Visited) {
  return {
    node,
    visit,
    outcome: outcome ?? null,
    attempted: attempted ?? null,
    code: code ?? null,
    policy: policy ?? null,
  };
}

function createEdgeFinder({ definition, nodeTypes, surroundings = {} }: WalkedJourney) {
  const catalogue = new Map(nodeTypes.map((type) => [type.type, type]));
  const journeys = surroundings.journeys ?? new Map();
  return ({ node, outcome, policy }: TracedStep): WalkedEdge | null => {
    if (isFromOutside(policy)) return null;
    const placed = findPlacedNode(definition, node, { catalogue, journeys });
    const resolved = placed && resolveConfig(placed.node, catalogue.get(placed.node.type));
    if (placed === undefined || resolved === undefined || resolved.type.terminal === true) return null;
    const { next } = placed.node;
    if (next === undefined) return null;
    if (typeof next === 'string') return { key: null, to: toNodeBeside(node, next) };
    const { successes } = outcomesOfNode(placed.node, resolved, { catalogue, surroundings });
    const key = findEdgeKey(Object.keys(next), outcome, successes);
    const to = key === undefined ? undefined : next[key];
    return key === undefined || to === undefined ? null : { key, to: toNodeBeside(node, to) };
  };
}
