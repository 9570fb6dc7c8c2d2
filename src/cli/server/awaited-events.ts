// The events that a run waits for, as its version's definition names them.

import type { Client, RunAnswer } from '../../client/client.ts';
import type { Catalogue } from '../../journey/catalogue.ts';
import { readStoredDefinition } from '../../journey/read-definition.ts';
import { upgradeConfig } from '../../journey/upgrade.ts';

/** None where it waits for something else, in a sub-journey, or in a node of a type that isn't known here. */
export async function findAwaitedEvents(
  { journey, version, waiting }: RunAnswer,
  client: Pick<Client, 'journey'>,
  catalogue: Catalogue,
): Promise<readonly string[]> {
  if (waiting?.state !== 'waiting') return [];
  const definition = readStoredDefinition((await client.journey(journey, version)).definition);
  const node = definition.nodes[waiting.node];
  const type = node && catalogue.get(node.type);
  const parsed = type?.config.safeParse(upgradeConfig(type, node?.version, node?.with ?? {}));
  // A registry has forgotten its types' config types (`AnyNodeType`).
  return parsed?.success === true ? (type?.events?.(parsed.data as never) ?? []) : [];
}
