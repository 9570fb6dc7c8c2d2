// What the API answers to whoever draws a journey, as types: node types, checks, simulations, and what stands around. Most
// are those of the pure functions that make them, so that a browser can make them too.

import type { Definition } from '../journey/definition.ts';
import type { NodeTypeAnswer } from '../journey/describe-node-type.ts';
import type { TemplateInfo } from '../journey/surroundings.ts';

export type { CheckAnswer } from '../journey/check-answer.ts';
export type { SimulationAnswer } from '../simulator/simulation-answer.ts';

export interface NodeTypeListAnswer {
  readonly nodeTypes: readonly NodeTypeAnswer[];
}

/** What journeys are checked against, as plain JSON. Null: nothing is known, so nothing is checked. */
export interface SurroundingsAnswer {
  readonly templates: readonly TemplateInfo[] | null;
  /** Names of the numbers of WhatsApp that can send. */
  readonly senders: readonly string[] | null;
  /** The newest published version of every journey, by id. */
  readonly journeys: { readonly [id: string]: Definition };
}
