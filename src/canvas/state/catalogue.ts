// What the server knows that the canvas draws and checks with: step types, templates, senders, other journeys. Fetched
// once a page; the worker gets what journeys are checked against.

import { create } from 'zustand';
import type { SurroundingsAnswer } from '../../client/design-calls.ts';
import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import { client } from '../api/client.ts';
import { ask } from '../worker/ask.ts';
import { askable } from './early.ts';

interface CatalogueState {
  readonly nodeTypes: ReadonlyMap<string, NodeTypeAnswer>;
  readonly surroundings: SurroundingsAnswer | undefined;
  /** Whether the types are here; empty until then. */
  readonly isLoaded: boolean;
}

export const useCatalogue = create<CatalogueState>(() => ({
  nodeTypes: new Map(),
  surroundings: undefined,
  isLoaded: false,
}));

/** What a journey is drawn and checked with. */
const answers = askable(() => Promise.all([client.nodeTypes(), client.surroundings()]));

export const askEarlyForCatalogue = answers.askEarly;

/** @throws ProblemError or UnreachableError */
export async function loadCatalogue(): Promise<void> {
  const [{ nodeTypes }, surroundings] = await answers.ask();
  const { templates, senders, journeys } = surroundings;
  // It answers one question after the other: whatever it is asked from now on is asked with these. Where it can't, the
  // check tells.
  ask('surround', {
    journeys: new Map(Object.entries(journeys)),
    ...(templates === null ? {} : { templates }),
    ...(senders === null ? {} : { senders }),
  }).catch(() => {});
  useCatalogue.setState({
    nodeTypes: new Map(nodeTypes.map((type) => [type.type, type])),
    surroundings,
    isLoaded: true,
  });
}

export function useNodeType(type: string): NodeTypeAnswer | undefined {
  return useCatalogue(({ nodeTypes }) => nodeTypes.get(type));
}
