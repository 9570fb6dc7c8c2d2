// What a designer asks of a server: node types, checks and simulations that know the project's own types, and what a
// journey is checked against.

import type {
  CheckAnswer,
  NodeTypeListAnswer,
  SimulationAnswer,
  SurroundingsAnswer,
} from '../http/answers/design.ts';
import type { SendRequest } from './send-request.ts';

/** What callers may name of the answers. */
export type { SurroundingsAnswer } from '../http/answers/design.ts';

export interface SimulationFields {
  /** The journey's own text. */
  readonly source: string;
  readonly person?: { readonly [field: string]: unknown } | undefined;
  /** Data of the event that the run is entered by. */
  readonly event?: { readonly [field: string]: unknown } | undefined;
  readonly key?: string | undefined;
  /** When the run starts, ISO 8601; a fixed Monday at ten where absent. */
  readonly start?: string | undefined;
  /** Steps of a script, without times, and `{ next: true }`. */
  readonly actions?: readonly { readonly [field: string]: unknown }[] | undefined;
}

export interface DesignCalls {
  nodeTypes(): Promise<NodeTypeListAnswer>;
  check(source: string): Promise<CheckAnswer>;
  /** The problem JOURNEY_INVALID where the journey has errors. */
  simulate(fields: SimulationFields): Promise<SimulationAnswer>;
  surroundings(): Promise<SurroundingsAnswer>;
}

export function createDesignCalls(send: SendRequest): DesignCalls {
  return {
    nodeTypes: () => send('GET', '/v1/node-types'),
    check: (source) => send('POST', '/v1/checks', { body: JSON.stringify({ source }) }),
    simulate: (fields) => send('POST', '/v1/simulations', { body: JSON.stringify(fields) }),
    surroundings: () => send('GET', '/v1/surroundings'),
  };
}
