// The contract of a node type: what one file in `activities/nodes` declares. Third parties see exactly this.
// A node receives all it needs as arguments and imports nothing that only runs in Node.

import type { z } from 'zod';
import type { ChoiceUse, NodeTypeInfo, ReplyUse, TemplateUse } from '../journey/catalogue.ts';
import type { Json, NodeChart } from '../machine/chart.ts';
import type { CanaryPlan } from '../messaging/canary.ts';
import type { Channel, MessageCategory, OutgoingMessage } from '../messaging/message.ts';
import type { AwaitableWord } from '../messaging/outcomes.ts';

/** The person as node code sees them. Personal data: use it, never return or log it. */
export interface PersonView {
  readonly id: string;
  readonly externalId: string;
  readonly phone?: string;
  readonly email?: string;
  readonly locale?: string;
  readonly timeZone: string;
  readonly attributes: { readonly [name: string]: unknown };
}

/** What expressions and texts may read: `person`, `event`, `run`, `nodes`, `now`. */
export interface Scope {
  readonly person: { readonly [name: string]: unknown };
  readonly event: { readonly [name: string]: unknown };
  readonly run: {
    readonly id: string;
    readonly key?: string;
    /** What `set` nodes of this run have set. */
    readonly vars: { readonly [name: string]: Json };
  };
  readonly nodes: { readonly [node: string]: { readonly outcome: string } };
  /** Milliseconds on the run's clock. */
  readonly now: number;
}

/** HTTP as nodes get it: undici behind a small port, with a time-out and no redirects. */
export type HttpPort = (request: {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string;
  readonly timeoutMs: number;
}) => Promise<{ readonly status: number; readonly body: string }>;

export interface RunContext<Config> {
  readonly config: Config;
  readonly person: PersonView;
  readonly scope: Scope;
  /** Stable for a visit: the same at every retry, so that receivers can tell repetitions. */
  readonly idempotencyKey: string;
  /** 1 for the first try of this visit. */
  readonly attempt: number;
  readonly http: HttpPort;
  /**
   * Liquid, locked down; throws `NodeError` on bad syntax or over-long output. Where the type `readsSecrets` it fills
   * them in, and throws `NodeError` where one is not set: what it gives is never returned or logged.
   */
  readonly render: (source: string) => string;
  readonly signal: AbortSignal;
}

export interface ComposeContext<Config> {
  readonly config: Config;
  readonly person: PersonView;
  readonly render: (source: string) => string;
  /** For HTML: values are escaped, unless the author writes `| raw`. */
  readonly renderHtml: (source: string) => string;
}

/** What a plain node's `run` returns. */
export interface Outcome<Name extends string> {
  readonly outcome: Name;
  /** Short machine-readable reason for the journal, e.g. `http_503`. No personal data. */
  readonly code?: string;
}

/** Says how a message node waits and what may be done about it. Derived from its config. */
export interface MessagePlan {
  readonly await: AwaitableWord;
  /** How long evidence is awaited; a duration of the language. */
  readonly within: string;
  /** How long it may wait at the gate; else the journey's `policy.expires`, else a default. */
  readonly expires?: string;
  /** Free-form only: wait for the person's window to open instead of ending with `window`. */
  readonly waitForWindow?: boolean;
  /** A message without a template says its own category; a template's is looked up at send time. */
  readonly category?: MessageCategory;
  /** The sender by its name in the configuration; else the one that the person is talking to, or the default. */
  readonly sender?: string;
  /** The first people go ahead; the others wait for how those fared. */
  readonly canary?: CanaryPlan;
  /** Utility only: one more attempt after an unresolved one, at the price of a possible second copy. */
  readonly repeatUnresolved?: boolean;
}

type Described<Config> = Pick<
  NodeTypeInfo<Config>,
  | 'type'
  | 'version'
  | 'title'
  | 'help'
  | 'icon'
  | 'upgrade'
  | 'expressions'
  | 'texts'
  | 'quotes'
  | 'longestMs'
  | 'shortestMs'
> & { readonly config: z.ZodType<Config> };

/** A node that does something once and ends: `run` is its Temporal activity. */
export interface PlainNode<Config, Name extends string>
  extends Described<Config>,
    Pick<NodeTypeInfo, 'readsSecrets'> {
  /** May the engine run it again after a crash? No default: a safety fact must be said. */
  readonly idempotent: boolean;
  readonly outcomes: readonly Name[];
  /** Those that `*` must not match; default: the first outcome. */
  readonly successes?: readonly NoInfer<Name>[];
  run(context: RunContext<Config>): Promise<Outcome<NoInfer<Name>>>;
}

/** A node that sends a message; the engine does gate, ledger, POST and evidence. */
export interface MessageNode<Config> extends Described<Config> {
  readonly channel: Channel;
  /** WhatsApp without a template: only inside the person's window. */
  readonly freeForm?: true;
  /** Its plan may have a canary. */
  readonly hasCanary?: true;
  template?(config: Config): TemplateUse;
  /** Buttons and rows by which the person may answer. */
  choices?(config: Config): ChoiceUse;
  plan(config: Config): MessagePlan;
  compose(context: ComposeContext<Config>): OutgoingMessage;
}

/** A node of flow only: its chart says all; the engine's `evaluate` answers what needs data. */
export interface FlowNode<Config> extends Described<Config> {
  outcomes(config: Config): readonly string[];
  successes(config: Config): readonly string[];
  /** All that `outcomes` can ever give; leave it out where the author chooses the words. */
  readonly words?: readonly string[];
  readonly terminal?: true;
  readonly waits: boolean;
  events?(config: Config): readonly string[];
  /** Reads `earlier`: the events that `events` names, since the run was entered. */
  looksBack?(config: Config): boolean;
  inlines?(config: Config): string | undefined;
  startsJourney?(config: Config): string | undefined;
  readonly annotation?: true;
  inboundOutcomes?(config: Config): readonly string[];
  inboundAgoMs?(config: Config): number;
  /** Hears answers to messages of its run and nothing else: `heard` and `earlier` are such, each counts once. */
  replies?(config: Config): ReplyUse;
  /** Asks for `window`. */
  readonly readsWindow?: true;
  chart(context: { readonly config: Config; readonly node: string }): NodeChart;
  /** Answered by the engine in a local activity: a case to choose, or a time to wait for. */
  evaluate?(context: EvaluateContext<Config>): EvaluateAnswer;
}

export interface EvaluateContext<Config> {
  readonly config: Config;
  readonly scope: Scope;
  readonly timeZone: string;
  /** CEL; throws `NodeError` where the expression fails on this data. */
  readonly evaluate: (source: string) => unknown;
  /** CEL where `event` is this event instead of the one the run was entered by. */
  readonly evaluateWith: (source: string, event: HeardEvent) => unknown;
  /** Adds a duration of the language to `scope.now`, days in the person's zone. Epoch ms. */
  readonly after: (duration: string) => number;
  /** The event in question, where the engine asks what one means to this node. */
  readonly heard?: HeardEvent;
  /** Where the node looks back: what has happened since the run was entered, oldest first. */
  readonly earlier: readonly HeardEvent[];
  /** Where the node `readsWindow`: the person's window with the sender that a message would go out by. */
  readonly window?: WindowView;
  readonly journeyId: string;
  /** The node's id, and the n-th time it is visited. */
  readonly node: string;
  readonly visit: number;
}

/** The 24 hours in which free-form messages may go out (F§4.1). */
export interface WindowView {
  readonly isOpen: boolean;
  /** Epoch milliseconds; the last one's end where it is over. */
  readonly endsAt?: number;
}

export interface HeardEvent {
  readonly id: string;
  readonly name: string;
  readonly data: { readonly [name: string]: unknown };
}

/**
 * What a flow node decides. `due`: wait until then. `ignored`: the event that was heard means nothing here. `place`:
 * take the next free place among all people at this node; the engine answers `granted` now, or the time to wait for,
 * or `full` where that would be later than is of use.
 */
export type EvaluateAnswer =
  | { readonly outcome: string; readonly changes?: readonly Change[] }
  | { readonly due: number }
  | { readonly ignored: true }
  | { readonly place: Place };

export interface Place {
  readonly limit: number;
  readonly per: 'minute' | 'hour' | 'day';
  readonly granted: string;
  readonly full: string;
  /** A place later than this is none, in epoch milliseconds; `scope.now` for whoever doesn't wait. */
  readonly latest: number;
}

/** What a flow node changes, as data: carried out by the host exactly once per visit, with the outcome. */
export type Change =
  | { readonly kind: 'vars'; readonly set: { readonly [name: string]: Json } }
  /** `null` removes an attribute. */
  | { readonly kind: 'attributes'; readonly set: { readonly [name: string]: Json } }
  | {
      readonly kind: 'consent';
      readonly channel: Channel;
      readonly topic: string;
      readonly state: 'in' | 'out';
    }
  /** The reply with this event id has been heard: it counts for no other node of the run. */
  | { readonly kind: 'take'; readonly reply: string }
  /** Another journey's run, not awaited; `refused` is the outcome where the person may not enter it now. */
  | {
      readonly kind: 'start';
      readonly journey: string;
      readonly key?: string;
      readonly event: { readonly [name: string]: Json };
      readonly refused: string;
    };

/** A defined node type: its description plus exactly one behaviour. */
export type NodeType<Config = unknown> = NodeTypeInfo<Config> & NodeBehaviour<Config>;

export type NodeBehaviour<Config> =
  | {
      readonly kind: 'plain';
      readonly idempotent: boolean;
      readonly run: (context: RunContext<Config>) => Promise<Outcome<string>>;
    }
  | {
      readonly kind: 'message';
      readonly plan: (config: Config) => MessagePlan;
      readonly compose: (context: ComposeContext<Config>) => OutgoingMessage;
    }
  | {
      readonly kind: 'flow';
      readonly evaluate?: (context: EvaluateContext<Config>) => EvaluateAnswer;
      readonly looksBack?: (config: Config) => boolean;
      readonly readsWindow?: true;
    };

/** A node type whose config type is forgotten: what a registry holds. Its config is parsed before it is called. */
export type AnyNode = NodeType<never>;
