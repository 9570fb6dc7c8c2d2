// What the language needs to know of a node type. The node kit makes these objects; checker, compiler, schema
// generation and canvas read them. Pure: a catalogue is passed in, never imported.

import type { z } from 'zod';
import type { NodeChart } from '../machine/chart.ts';

export interface LocalizedText {
  readonly en: string;
  readonly ko: string;
}

/** A CEL source inside a node's config, and where it stands (path below `with`). */
export interface ExpressionSite {
  readonly path: readonly (string | number)[];
  readonly source: string;
  readonly kind: 'condition' | 'value';
  /** The event that `event` is here; the one the run was entered by where absent. */
  readonly event?: string;
  /** The node knows what to do where the data is missing: no reason to warn. */
  readonly mayMiss?: true;
}

/** A Liquid source inside a node's config. */
export interface TextSite {
  readonly path: readonly (string | number)[];
  readonly source: string;
}

/** The id of a node of the same journey inside a node's config. */
export interface NodeSite {
  readonly path: readonly (string | number)[];
  readonly node: string;
}

/** The template that a message node uses, as far as its config says. */
export interface TemplateUse {
  readonly name: string;
  readonly language: string;
  /** What the header is given; absent where nothing. */
  readonly header?: string;
  readonly headerParameters: number;
  /** Names of the body's parameters, or how many there are in order. */
  readonly bodyParameters: readonly string[] | number;
  /** Buttons that are given something, by position, with Meta's word for their kind. */
  readonly buttons?: readonly { readonly index: number; readonly kind: string }[];
  /** How many cards its carousel has. */
  readonly cards?: number;
  /** Goes out instead while this one can't; it stands below `alternate`. */
  readonly alternate?: TemplateUse;
}

/** The buttons and rows of a message that answer, by the ids that come back. */
export interface ChoiceUse {
  readonly ids: readonly string[];
  /** False where others may come back that the config doesn't say. */
  readonly isComplete: boolean;
}

/** Which answers a node waits for. */
export interface ReplyUse {
  /** The node of the same journey whose message is answered; any message of the run where absent. */
  readonly to?: string;
  /** Ids of buttons and rows that lead to an outcome. */
  readonly choices: readonly string[];
  /** Whatever else is tapped or written leads to an outcome too. */
  readonly takesAll: boolean;
}

/** What the checker has to know of a message node. Words are those of the outcome and evidence lists. */
export interface MessageUse {
  readonly channel: string;
  readonly awaits: string;
  /** Evidence that this channel can give. */
  readonly gives: readonly string[];
  /** The number that sends, by its name, where the author says which. */
  readonly sender?: string;
  /** Needs an open window of the person. */
  readonly freeForm: boolean;
  readonly waitsForWindow: boolean;
  /** Absent where the template decides. */
  readonly category?: string;
  readonly template?: TemplateUse;
  readonly choices?: ChoiceUse;
  /** Outcomes that say that the person has not got the message. */
  readonly unreceived: readonly string[];
  /** Outcomes after which the same channel does no better soon: with any message, or with marketing. */
  readonly inVain: { readonly any: readonly string[]; readonly marketing: readonly string[] };
  /** How many copies one visit may send. */
  readonly copies: number;
  /**
   * The same text for nodes of the type whose outcomes are the same, mean the same and take as long: what is worked out
   * for one holds for all. Nothing is shared where it is absent.
   */
  readonly alike?: string;
}

export interface NodeTypeInfo<Config = unknown> {
  readonly type: string;
  readonly version: number;
  readonly title: LocalizedText;
  /** What it is for, in a sentence or two, for whoever chooses between the types. */
  readonly help?: LocalizedText;
  /** Name of a Lucide icon, such as `clock`; a general one is shown where absent. */
  readonly icon?: string;
  /** Where its messages go; set for message nodes. */
  readonly channel?: string;
  /** Strict zod schema of `with`. */
  readonly config: z.ZodType;
  /** Every outcome this node can end with. */
  readonly outcomes: (config: Config) => readonly string[];
  /** Those of `outcomes` that `*` must not match: what the author hopes for. */
  readonly successes: (config: Config) => readonly string[];
  /** All outcomes that any config can give; absent where the author chooses the words. */
  readonly words?: readonly string[];
  /** A node after which nothing follows (`exit`): edges are not expected. */
  readonly terminal?: true;
  /** True where a run rests here or an effect happens, so that a cycle through it is no busy loop. */
  readonly waits: boolean;
  readonly chart: (context: { readonly config: Config; readonly node: string }) => NodeChart;
  readonly expressions?: (config: Config) => readonly ExpressionSite[];
  readonly texts?: (config: Config) => readonly TextSite[];
  /** Its texts go to another system and nowhere else: they may read `secrets.NAME`. */
  readonly readsSecrets?: true;
  /** Names of events that this node waits for. */
  readonly events?: (config: Config) => readonly string[];
  /** An awaited sub-journey: the compiler puts it in the place of the node, and its outcomes are the node's. */
  readonly inlines?: (config: Config) => string | undefined;
  /** A journey that is started and not awaited. */
  readonly startsJourney?: (config: Config) => string | undefined;
  /** Nodes whose message it quotes, reacts to or hears answers to: they send on the same channel. */
  readonly quotes?: (config: Config) => readonly NodeSite[];
  /** Set for message nodes. */
  readonly message?: (config: Config) => MessageUse;
  /**
   * The longest time in milliseconds that a run can rest here, Infinity without a bound. `expires`: how long a message
   * may wait at the gate where its config doesn't say.
   */
  readonly longestMs?: (config: Config, policy: { readonly expires: string }) => number;
  /**
   * The least time in milliseconds that passes here before this outcome, 0 where absent. For a message: after it was
   * sent.
   */
  readonly shortestMs?: (config: Config, outcome: string, policy: { readonly expires: string }) => number;
  /** Outcomes by which a wait ends because the person wrote to us on WhatsApp: the window is open then. */
  readonly inboundOutcomes?: (config: Config) => readonly string[];
  /**
   * How long ago they may have written at such an outcome, in milliseconds; where absent at that moment, or, for
   * `replies`, since the message was sent.
   */
  readonly inboundAgoMs?: (config: Config) => number;
  /** Which answers to a message it waits for. */
  readonly replies?: (config: Config) => ReplyUse;
  /** A remark for readers: may stand alone, without edges to or from it. */
  readonly annotation?: true;
  /** Config of version n (key) to n+1. */
  readonly upgrade?: { readonly [version: number]: (config: unknown) => unknown };
}

/** `NodeTypeInfo` with its config type forgotten: a registry holds many of them. */
export interface AnyNodeType extends Omit<NodeTypeInfo<never>, 'config'> {
  readonly config: z.ZodType;
}

export type Catalogue = ReadonlyMap<string, AnyNodeType>;
