// The fixed vocabulary of charts: every action, guard, delay and event name that a compiled journey may use,
// with the shapes of the events that the hosts feed. Durable: these names are in stored charts and histories.

/** Absolute instants are epoch milliseconds on the run's own clock (real time outside rehearsals). */
export type EpochMs = number;

/** How a node ended: the outcome word with the facts that explain it. */
export interface Settled {
  readonly outcome: string;
  /** False when nothing left the house (a policy said no); absent where the question makes no sense. */
  readonly attempted?: boolean;
  /** A provider's code, e.g. `131049`. */
  readonly code?: string;
  /** The policy that decided, e.g. `us-pause`. */
  readonly policy?: string;
  /** The send's id (`snd_…`) for message nodes. */
  readonly send?: string;
}

/** The send that a node waits for, and how it goes out: what operators search runs by. */
export interface SendInHand {
  readonly send: string;
  readonly channel?: string;
  /** Id of the sender (`sdr_…`). */
  readonly sender?: string;
}

/** What an activity returns to the chart. Every absolute time becomes a delay of the state that follows. */
export type ActivityAnswer =
  | ({ readonly status: 'settled' } & Settled)
  /** Accepted by the provider; evidence is awaited until `due`, then the node is `silent`. */
  | ({ readonly status: 'accepted'; readonly due: EpochMs } & SendInHand)
  /** Held by the provider (Meta's pacing) until evidence releases or drops it; `silent` at `due`. */
  | ({ readonly status: 'held'; readonly due: EpochMs } & SendInHand)
  /** Waits at the gate: asked again at `until` or on a wake, and once more at `due`, when it expires. */
  | ({
      readonly status: 'parked';
      readonly until?: EpochMs;
      readonly due: EpochMs;
      readonly policy: string;
    } & SendInHand)
  /** May or may not have been sent: evidence settles it, or the ledger is asked again at `due`. */
  | ({ readonly status: 'unknown'; readonly due: EpochMs } & SendInHand)
  /** A time to wait for, computed outside the sandbox (calendar durations, dates). */
  | { readonly status: 'wait'; readonly due: EpochMs }
  /** The event that was heard means nothing to the node: no condition holds. */
  | { readonly status: 'ignored' };

/** Evidence that settles a send, already joined and judged by the dispatcher. */
export interface EvidenceSignal {
  readonly send: string;
  readonly outcome: string;
  readonly code?: string;
}

export type DriverEvent =
  | ({ readonly type: 'evidence'; readonly at: EpochMs } & EvidenceSignal)
  | { readonly type: 'inbound'; readonly at: EpochMs; readonly id: string }
  /** `outcome`: what the event means to the node in hand, where the host had to ask (guard `heard`). */
  | {
      readonly type: `event.${string}`;
      readonly at: EpochMs;
      readonly id: string;
      readonly outcome?: string;
    }
  | { readonly type: 'wake'; readonly at: EpochMs; readonly reason: string }
  | { readonly type: 'exit'; readonly at: EpochMs; readonly as: string; readonly reason: string };

/**
 * Names of actions. `enter` counts a visit; `settle` writes the node's outcome; `finish` the run's; `call` enters a
 * sub-journey and `return` leaves it with the outcome it came to.
 */
export const actionNames = ['enter', 'settle', 'keep', 'remember', 'finish', 'call', 'return'] as const;

/**
 * Names of guards. `status` and `early` look at an activity's answer; `mine` asks whether evidence is for the
 * send in hand; `outcome` and `failure` choose an edge; `woken` whether a wake came before the answer (`parked`, or what its parameter says);
 * `exhausted` whether the node was visited more often than it may; `heard` what an event means to the node: the host
 * asks before it feeds an event that a state takes by this guard.
 */
export const guardNames = [
  'status',
  'early',
  'mine',
  'outcome',
  'failure',
  'woken',
  'exhausted',
  'heard',
] as const;

/** Names of delays: both read the answer that the state before kept. */
export const delayNames = ['due', 'until'] as const;

/** Names of the engine's events; business events are `event.<name>`. */
export const eventNames = ['evidence', 'inbound', 'wake', 'exit'] as const;
