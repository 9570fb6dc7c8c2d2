// What a canvas has to know of each node to show it without knowing its type: how it can end, what it sends, what it
// waits for and for how long. Made from the node types for every document that can be read, with errors too. Pure.

import type { AnyNodeType, Catalogue, MessageUse, NodeSite } from './catalogue.ts';
import type { DefinitionNode } from './definition.ts';
import { type NodeOutcomes, outcomesOfNode } from './node-outcomes.ts';
import { exhaustedOutcome } from './outcome-match.ts';
import { defaultExpires, type JourneyPolicy } from './policy-schema.ts';
import { longestRestOf } from './proofs/flow-graph.ts';
import { resolveConfig, type TypedConfig } from './resolved-node.ts';
import type { Surroundings } from './surroundings.ts';

export interface NodeOutline {
  readonly type: string;
  /**
   * False where the config does not fit the type yet: `outcomes` are then all that the type can ever give, none where the
   * author chooses the words, and all that hangs on the config is unknown.
   */
  readonly isExact: boolean;
  readonly outcomes: readonly string[];
  /** Those of `outcomes` that `*` does not match: what the author hopes for. */
  readonly successes: readonly string[];
  /** Nothing follows it. */
  readonly terminal: boolean;
  /** A remark: it needs no edges. */
  readonly annotation: boolean;
  /** A run may rest here. */
  readonly waits: boolean;
  /** The longest that a run can rest here, in milliseconds; null without a bound, or where it isn't known. */
  readonly longestMs: number | null;
  /** Where its messages go; null where it sends none. */
  readonly channel: string | null;
  readonly template: { readonly name: string; readonly language: string } | null;
  /** Goes out while the template can't. */
  readonly alternate: { readonly name: string; readonly language: string } | null;
  /** The evidence that counts as success. */
  readonly awaits: string | null;
  /** Null where the template decides. */
  readonly category: string | null;
  readonly sender: string | null;
  /** How many messages one visit may send. */
  readonly copies: number;
  /** Those of `outcomes` after which the same channel does no better soon: with any message, or with marketing. */
  readonly inVain: readonly string[];
  /** It needs an open window of the person … */
  readonly freeForm: boolean;
  /** … and waits for one. */
  readonly waitsForWindow: boolean;
  /** Names of the events that it waits for. */
  readonly events: readonly string[];
  /** The nodes whose message it quotes, reacts to or hears answers to, and where it says so (path below `with`). */
  readonly quotes: readonly NodeSite[];
  /** The journey that it awaits, or starts without awaiting. */
  readonly calls: { readonly journey: string; readonly awaited: boolean } | null;
}

export type NodeOutlines = { readonly [node: string]: NodeOutline };

/** As much of a definition as an outline needs: a draft may lack the rest. */
export interface OutlinedJourney {
  readonly nodes: { readonly [node: string]: DefinitionNode };
  readonly policy?: JourneyPolicy | undefined;
}

/** The nodes whose type is known, by id. */
export function outlineNodes(
  { nodes, policy = {} }: OutlinedJourney,
  catalogue: Catalogue,
  surroundings: Surroundings = {},
): NodeOutlines {
  const outlines: Record<string, NodeOutline> = {};
  for (const [node, source] of Object.entries(nodes)) {
    const type = catalogue.get(source.type);
    if (type === undefined) continue;
    const resolved = resolveConfig(source, type);
    const outcomes =
      resolved === undefined
        ? presumeOutcomes(source, type)
        : outcomesOfNode(source, resolved, { catalogue, surroundings });
    outlines[node] = outlineNode(type, { resolved, outcomes, expires: policy.expires ?? defaultExpires });
  }
  return outlines;
}

interface Known {
  readonly resolved: TypedConfig | undefined;
  readonly outcomes: NodeOutcomes;
  readonly expires: string;
}

function outlineNode(type: AnyNodeType, { resolved, outcomes, expires }: Known): NodeOutline {
  return {
    type: type.type,
    isExact: resolved !== undefined,
    outcomes: outcomes.all,
    successes: outcomes.successes,
    terminal: type.terminal === true,
    annotation: type.annotation === true,
    waits: type.waits,
    ...outlineMessage(type, resolved && type.message?.(resolved.config), outcomes),
    ...outlineConfig(type, resolved, expires),
  };
}

type MessageOutline = Pick<
  NodeOutline,
  | 'channel'
  | 'template'
  | 'alternate'
  | 'awaits'
  | 'category'
  | 'sender'
  | 'copies'
  | 'inVain'
  | 'freeForm'
  | 'waitsForWindow'
>;

function outlineMessage(
  { channel }: AnyNodeType,
  message: MessageUse | undefined,
  { all }: NodeOutcomes,
): MessageOutline {
  const { template, inVain } = message ?? {};
  return {
    channel: message?.channel ?? channel ?? null,
    template: toName(template),
    alternate: toName(template?.alternate),
    awaits: message?.awaits ?? null,
    category: message?.category ?? null,
    sender: message?.sender ?? null,
    copies: message?.copies ?? 0,
    inVain: all.filter((word) => inVain?.any.includes(word) || inVain?.marketing.includes(word)),
    freeForm: message?.freeForm ?? false,
    waitsForWindow: message?.waitsForWindow ?? false,
  };
}

function toName(template: MessageUse['template']): NodeOutline['template'] {
  return template === undefined ? null : { name: template.name, language: template.language };
}

function outlineConfig(
  type: AnyNodeType,
  resolved: TypedConfig | undefined,
  expires: string,
): Pick<NodeOutline, 'longestMs' | 'events' | 'quotes' | 'calls'> {
  if (resolved === undefined) return { longestMs: null, events: [], quotes: [], calls: null };
  const { config } = resolved;
  const longestMs = longestRestOf(type, config, expires);
  const [awaited, started] = [type.inlines?.(config), type.startsJourney?.(config)];
  const journey = awaited ?? started;
  return {
    longestMs: Number.isFinite(longestMs) ? longestMs : null,
    events: type.events?.(config) ?? [],
    quotes: type.quotes?.(config) ?? [],
    calls: journey === undefined ? null : { journey, awaited: awaited !== undefined },
  };
}

/** Of a config that can't be read yet: whatever the type may give, the first word being what most types hope for. */
function presumeOutcomes({ maxVisits }: DefinitionNode, { words = [] }: AnyNodeType): NodeOutcomes {
  const all = maxVisits === undefined ? words : [...words, exhaustedOutcome];
  return { all, successes: words.slice(0, 1) };
}
