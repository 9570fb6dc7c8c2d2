// From a journey's text to a published version: what the API does, and the demo without the API.

import type { Catalogue } from '../journey/catalogue.ts';
import type { Definition } from '../journey/definition.ts';
import { hashJson } from '../journey/hash.ts';
import type { Issue } from '../journey/issues.ts';
import { stampVersions, upgradeConfig } from '../journey/upgrade.ts';
import { validateJourney } from '../journey/validate.ts';
import { type NewVersion, publishVersion } from '../store/journeys.ts';
import type { Store } from '../store/store.ts';

/** A journey that may be published, with its warnings; or the issues that forbid it. */
export type CheckedJourney =
  | { readonly ok: true; readonly version: NewVersion; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export function checkJourney(source: string | Uint8Array, catalogue: Catalogue): CheckedJourney {
  const { definition, chart, hash, issues } = validateJourney(source, catalogue);
  if (definition === undefined || chart === undefined || hash === undefined) return { ok: false, issues };
  const { on } = definition.entry;
  const version: NewVersion = {
    journeyId: definition.id,
    hash,
    definition: stampVersions(definition, catalogue),
    chart,
    chartHash: hashJson(chart),
    events: listEvents(definition, catalogue),
    entryEvent: 'event' in on ? on.event : undefined,
  };
  return { ok: true, version, warnings: issues };
}

export interface PublishedJourney {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  /** False where the newest version means the same. */
  readonly created: boolean;
}

export async function publishJourney(store: Store, version: NewVersion): Promise<PublishedJourney> {
  const published = await publishVersion(store, version);
  return { id: version.journeyId, hash: version.hash, ...published };
}

/** Names of the events that a live run cares about, sorted. */
function listEvents(definition: Definition, catalogue: Catalogue): string[] {
  const waits = Object.values(definition.nodes).flatMap((node) => {
    const type = catalogue.get(node.type);
    if (type?.events === undefined) return [];
    // A registry has forgotten its types' config types (`AnyNodeType`).
    const config = type.config.parse(upgradeConfig(type, node.version, node.with ?? {}));
    return type.events(config as never);
  });
  const exits = (definition.exit ?? []).map(({ on }) => on.event);
  return [...new Set([...waits, ...exits])].sort();
}
