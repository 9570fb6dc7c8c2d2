// Random small journeys of `flow-catalogue`, and walks through them by the definition alone: the independent judge
// of the proofs.

import fc from 'fast-check';
import { type Definition, definitionSchema } from '../../../src/journey/definition.ts';
import { findEdgeKey } from '../../../src/journey/outcome-match.ts';
import { type Proof, proveWhole } from '../../../src/journey/proofs/prove.ts';
import { type ResolvedNode, resolveNode } from '../../../src/journey/resolved-node.ts';
import type { Surroundings } from '../../../src/journey/surroundings.ts';
import { flowCatalogue } from '../../support/flow-catalogue.ts';

type Nodes = { [node: string]: Definition['nodes'][string] };

export function journeyOf(nodes: Nodes, entry: Definition['entry'] = { on: { api: true } }): Definition {
  return definitionSchema.parse({ id: 'walk', name: 'Walk', entry, start: Object.keys(nodes)[0], nodes });
}

export function resolveAll(definition: Definition): ReadonlyMap<string, ResolvedNode> {
  const nodes = Object.entries(definition.nodes).map(([id, source]) =>
    resolveNode(id, source, flowCatalogue.get(source.type)),
  );
  return new Map(nodes.flatMap((node) => (node === undefined ? [] : [[node.node, node]])));
}

export function proofOf(definition: Definition, surroundings: Surroundings = {}): Proof {
  return proveWhole(definition, resolveAll(definition), { catalogue: flowCatalogue, surroundings });
}

/** A way out of a node: what it means, and where it leads; undefined at the end. */
export interface Way {
  readonly outcome: string;
  readonly target: string | undefined;
  readonly longestMs: number;
  readonly shortestMs: number;
  /** The channel on which a message may have come. */
  readonly channel: string | undefined;
  readonly isInbound: boolean;
}

/** The ways out of a node on its n-th visit. */
export function waysOf({ source, type, config }: ResolvedNode, visit: number): readonly Way[] {
  const leads = (outcome: string) => {
    if (source.next === undefined || typeof source.next === 'string') return source.next;
    const key = findEdgeKey(Object.keys(source.next), outcome, type.successes(config));
    return key === undefined ? undefined : source.next[key];
  };
  if (visit > (source.maxVisits ?? visit)) {
    const target = typeof source.next === 'string' ? undefined : leads('exhausted');
    const still = { longestMs: 0, shortestMs: 0, channel: undefined, isInbound: false };
    return [{ outcome: 'exhausted', target, ...still }];
  }
  const policy = { expires: 'P3D' };
  return type.outcomes(config).map((outcome) => ({
    outcome,
    target: type.terminal === true ? undefined : leads(outcome),
    longestMs: type.longestMs?.(config, policy) ?? 0,
    shortestMs: type.shortestMs?.(config, outcome, policy) ?? 0,
    channel: outcome === 'undeliverable' ? undefined : type.message?.(config).channel,
    isInbound:
      (outcome === 'replied' && type.message?.(config).channel === 'whatsapp') || outcome === 'wrote',
  }));
}

const next = (ids: readonly string[], outcomes: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...outcomes, 'exhausted'), fc.constantFrom(...ids), {
    maxKeys: outcomes.length + 1,
  });

const hours = fc.constantFrom(0, 6, 12, 24);

function nodeAmong(ids: readonly string[]) {
  const saying = fc.record({
    type: fc.constant('say'),
    with: fc.record({
      channel: fc.constantFrom('whatsapp', 'sms'),
      freeForm: fc.boolean(),
      await: fc.constantFrom('delivered', 'replied'),
      hours,
    }),
  });
  const resting = fc.record({ type: fc.constant('rest'), with: fc.record({ hours, least: hours }) });
  const forking = fc.record({ type: fc.constant('fork') });
  const stopping = fc.constant({ type: 'stop' });
  if (ids.length === 0) return stopping;
  return fc.oneof(
    fc.tuple(saying, next(ids, ['delivered', 'replied', 'undeliverable', 'silent', '*'])).map(join),
    fc.tuple(resting, next(ids, ['done', 'wrote'])).map(join),
    fc.tuple(forking, next(ids, ['left', 'right'])).map(join),
    stopping,
  );
}

function join([node, edges]: [object, object]) {
  return { ...node, next: edges };
}

const entry = fc.constantFrom<Definition['entry']>({ on: { api: true } }, { on: { inbound: 'any' } });

/** Journeys of up to six nodes: with cycles or without, with `maxVisits` at some nodes or not. */
export function journeys({
  cyclic,
  bounded,
}: {
  cyclic: boolean;
  bounded: boolean;
}): fc.Arbitrary<Definition> {
  const ids = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5'];
  const bound = bounded
    ? fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined })
    : fc.constant(undefined);
  const nodes = ids.map((id, index) =>
    fc
      .tuple(nodeAmong(cyclic ? ids : ids.slice(index + 1)), bound)
      .map(([node, maxVisits]) => [id, maxVisits === undefined ? node : { ...node, maxVisits }]),
  );
  return fc
    .tuple(fc.tuple(...nodes), entry)
    .map(([parts, from]) => journeyOf(Object.fromEntries(parts), from));
}
