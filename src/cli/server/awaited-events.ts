// The events that a run waits for, as its version's definition names them.

import type { Client, RunAnswer } from '../../client/client.ts';
import type { Catalogue } from '../../journey/catalogue.ts';
import { readStoredDefinition } from '../../journey/read-definition.ts';
import { resolveConfig } from '../../journey/resolved-node.ts';

/** None where it waits for something else, in a sub-journey, or in a node of a type that isn't known here. */
export async function findAwaitedEvents(
  { journey, version, waiting }: RunAnswer,
  client: Pick<Client, 'journey'>,
  catalogue: Catalogue,
): Promise<readonly string[]> {
  if (waiting?.state !== 'waiting') return [];
  const definition = readStoredDefinition((await client.journey(journey, version)).definition);
  const node = definition.nodes[waiting.node];
  const resolved = node && resolveConfig(node, catalogue.get(node.type));
  return resolved?.type.events?.(resolved.config) ?? [];
}
