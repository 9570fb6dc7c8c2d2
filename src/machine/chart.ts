// The chart: the plain-JSON subset of XState's machine config that the compiler writes and the driver runs.
// It holds only names from the vocabulary, so that workflow code never learns about node types.

/** Plain JSON; what may stand in a chart, a carry or a payload. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** A named action with static parameters; the names are those of `vocabulary.ts`. */
export interface ChartAction {
  readonly type: string;
  readonly params?: JsonObject;
}

export interface ChartTransition {
  readonly target?: string;
  readonly guard?: ChartAction;
  /** An edge from a node to itself leaves and enters it anew, so that the visit is counted. */
  readonly reenter?: true;
  readonly actions?: readonly ChartAction[];
}

export interface ChartInvoke {
  readonly id: string;
  readonly src: 'activity';
  readonly input: ActivityRequest;
  readonly onDone?: readonly ChartTransition[];
  readonly onError?: readonly ChartTransition[];
}

/** What an invoked activity should do: an operation (a node type, or `evaluate`) for a node. */
export interface ActivityRequest {
  readonly op: string;
  readonly node: string;
  /** Run as a local activity first: cheap, short, no effects on the world. */
  readonly local?: true;
}

export interface ChartState {
  readonly type?: 'final';
  readonly initial?: string;
  readonly entry?: readonly ChartAction[];
  readonly invoke?: ChartInvoke;
  /** Taken at once when its guard holds. */
  readonly always?: readonly ChartTransition[];
  /** Keys: milliseconds as digits, or the name of a delay of the vocabulary. */
  readonly after?: { readonly [delay: string]: ChartTransition | readonly ChartTransition[] };
  readonly on?: { readonly [event: string]: ChartTransition | readonly ChartTransition[] };
  readonly states?: { readonly [name: string]: ChartState };
  readonly onDone?: readonly ChartTransition[];
}

/** The inside of a node: the compound state that its type contributes, without the edges. */
export interface NodeChart {
  readonly initial: string;
  readonly states: { readonly [name: string]: ChartState };
}

/** A whole compiled journey. */
export interface Chart {
  readonly id: 'journey';
  readonly initial: string;
  readonly states: { readonly [node: string]: ChartState };
  readonly on: { readonly [event: string]: ChartTransition | readonly ChartTransition[] };
}
