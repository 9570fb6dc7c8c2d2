// The worst that a journey can do to one person: most messages in all and in any 24 hours, the longest time to the
// end, the highest cost. Exact without cycles, safe upper bounds with bounded ones. Exit rules only shorten a run. Pure.

import type { Surroundings } from '../surroundings.ts';
import { condense, condenseParts } from './condensation.ts';
import type { FlowEdge } from './edge-forms.ts';
import type { FlowGraph } from './flow-graph.ts';
import {
  createRoom,
  findWays,
  hoursOf,
  measureDay,
  measureLongest,
  toTimeless,
  type Weigh,
  weighWays,
} from './longest-walk.ts';
import { createPriceOf } from './price.ts';

/** Bounds are null where nothing bounds a cycle or a wait. */
export interface MessageBounds {
  readonly total: number | null;
  /** In any 24 hours. Waits between messages are reckoned in whole hours, rounded down. */
  readonly perDay: number | null;
}

/** What can be said of all runs of a journey before the first. */
export interface Analysis {
  readonly messages: MessageBounds;
  /** Of the channels that the journey uses. */
  readonly byChannel: { readonly [channel: string]: MessageBounds };
  /** From entry to end, at most. */
  readonly longestMs: number | null;
  /** Where prices are known; `unpriced` names channels for which there is none, and that are not in `most`. */
  readonly cost?: {
    readonly currency: string;
    readonly most: number | null;
    readonly unpriced: readonly string[];
  };
  /** Journeys that are started and not awaited: their messages come on top. */
  readonly starts: readonly string[];
  /** Awaited journeys that are not at hand: what they do comes on top. */
  readonly unknownCalls: readonly string[];
}

export function analyse(graph: FlowGraph, surroundings: Surroundings): Analysis {
  const ways = findWays(graph);
  const timeless = toTimeless(ways);
  const room = createRoom(graph);
  const all = condenseParts(graph, graph.components, () => true);
  const quick = condense(graph, (edge) => hoursOf(graph.edges[edge] as FlowEdge) === 0);
  const longest = (weights: Float64Array) =>
    measureLongest({ graph, ways: timeless, weights, quick: all, room });
  const most = (weigh: Weigh) => longest(weighWays(graph, ways, weigh));
  const count = (weigh: Weigh): MessageBounds => {
    const weights = weighWays(graph, ways, weigh);
    const total = longest(weights);
    const perDay = total === 0 ? 0 : measureDay({ graph, ways, weights, quick, room });
    return { total: toBound(total), perDay: toBound(Math.min(total, perDay)) };
  };
  const channels = listChannels(graph);
  const messages = count((_node, edge) => edge.copies);
  const byChannel = channels.map((channel) => [
    channel,
    channels.length === 1
      ? messages
      : count(({ message }, { copies }) => (message?.channel === channel ? copies : 0)),
  ]);
  const isKnown = graph.unknownCalls.length === 0;
  const cost = costOf(graph, surroundings, most);
  return {
    messages,
    byChannel: Object.fromEntries(byChannel),
    longestMs: isKnown ? toBound(most(({ longestMs }) => longestMs)) : null,
    ...(cost === undefined ? {} : { cost }),
    starts: graph.starts,
    unknownCalls: graph.unknownCalls,
  };
}

function listChannels({ nodes, reachable }: FlowGraph): readonly string[] {
  const channels = reachable.flatMap((index) => nodes[index]?.message?.channel ?? []);
  return [...new Set(channels)].sort();
}

function costOf(
  graph: FlowGraph,
  surroundings: Surroundings,
  most: (weigh: Weigh) => number,
): Analysis['cost'] {
  if (surroundings.prices === undefined) return undefined;
  const priceOf = createPriceOf(surroundings.prices, surroundings.templates);
  const priced = graph.nodes.map(({ message }) => (message === undefined ? 0 : priceOf(message)));
  const prices = new Map(graph.nodes.map((node, index) => [node, priced[index]]));
  const unpriced = graph.reachable.flatMap((index) =>
    priced[index] === undefined ? (graph.nodes[index]?.message?.channel ?? []) : [],
  );
  const total = most((node, { copies }) => copies * (prices.get(node) ?? 0));
  return {
    currency: surroundings.prices.currency,
    most: toBound(total),
    unpriced: [...new Set(unpriced)].sort(),
  };
}

/** JSON has no Infinity. */
function toBound(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null;
}
