// What applying an item can owe to a run, and the port through which the dispatcher pays it. `src/runs` is the
// production implementation of the port; it holds no personal data, only ids and words.

/** Names of Temporal signals of a run; durable. */
export type RunSignalName = 'evidence' | 'inbound' | 'event' | 'wake';

/** What each signal carries; ids and words only. */
export interface SignalBodies {
  readonly evidence: { readonly send: string; readonly outcome: string; readonly code?: string };
  readonly inbound: { readonly id: string };
  readonly event: { readonly name: string; readonly id: string; readonly exit?: { readonly as: string } };
  readonly wake: { readonly reason: string };
}

/** One thing a run has to hear. */
export type RunSignal = {
  readonly [Name in RunSignalName]: {
    readonly runId: string;
    readonly signal: Name;
    readonly body: SignalBodies[Name];
  };
}[RunSignalName];

/** A run whose row was written with the item and whose workflow has to be started. */
export interface RunStart {
  readonly runId: string;
  readonly signal: 'start';
}

export type Owed = RunSignal | RunStart;

export interface SignalBatch {
  readonly runId: string;
  readonly signal: RunSignalName;
  /** Temporal sees one signal whose argument is this array. */
  readonly bodies: readonly unknown[];
  /** The same for the same bodies, so that a repetition is dropped by the server. */
  readonly requestId: string;
}

/**
 * `not-found`: no such workflow is running. `busy`: this workflow takes no more just now. `refused`: it never will
 * take this. That Temporal is away is none of these: the call rejects.
 */
export type SignalResult = 'delivered' | 'not-found' | 'busy' | 'refused';

export interface RunSignals {
  /** Starts the workflow of a `starting` row; harmless when it runs already. */
  start(runId: string): Promise<void>;
  signal(batch: SignalBatch): Promise<SignalResult>;
}
