// From a journey's text to a published version: what the API does, and the demo without the API. A version keeps the
// journeys that it awaits as they are now: publishing those anew changes nothing for it.

import type { Catalogue } from '../journey/catalogue.ts';
import type { Definition } from '../journey/definition.ts';
import { hashDefinition, hashJson } from '../journey/hash.ts';
import type { Issue } from '../journey/issues.ts';
import { callDepthLimit } from '../journey/node-outcomes.ts';
import { parse } from '../journey/parse.ts';
import { findDefinition, readStoredDefinition } from '../journey/read-definition.ts';
import { resolveConfig } from '../journey/resolved-node.ts';
import { type JourneyMap, listCalled, listNamed } from '../journey/sub-journey.ts';
import type { Surroundings } from '../journey/surroundings.ts';
import { stampVersions } from '../journey/upgrade.ts';
import { validateJourney } from '../journey/validate.ts';
import { listLatestVersions, type NewVersion, publishVersion } from '../store/journeys.ts';
import type { Store } from '../store/store.ts';

/** A journey that may be published, with its warnings; or the issues that forbid it. */
export type CheckedJourney =
  | { readonly ok: true; readonly version: NewVersion; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export function checkJourney(
  source: string | Uint8Array,
  catalogue: Catalogue,
  surroundings: Surroundings = {},
): CheckedJourney {
  const { definition, chart, hash, issues } = validateJourney(source, catalogue, surroundings);
  if (definition === undefined || chart === undefined || hash === undefined) return { ok: false, issues };
  const { on } = definition.entry;
  const called = listCalled(definition, catalogue, surroundings.journeys ?? new Map());
  const version: NewVersion = {
    journeyId: definition.id,
    hash: hashWithCalled(hash, called),
    source: typeof source === 'string' ? source : new TextDecoder().decode(source),
    definition: stampVersions(definition, catalogue),
    journeys: Object.fromEntries([...called].map(([id, one]) => [id, stampVersions(one, catalogue)])),
    chart,
    chartHash: hashJson(chart),
    events: listEvents(definition, catalogue, called),
    entryEvent: 'event' in on ? on.event : undefined,
    entryInbound: 'inbound' in on,
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
  const published = await store.transaction().execute((trx) => publishVersion(trx, version));
  return { id: version.journeyId, hash: version.hash, ...published };
}

/** The newest published versions of all journeys that a text names, and of those that they await. */
export async function readCalledJourneys(
  store: Store,
  source: string | Uint8Array,
  catalogue: Catalogue,
): Promise<JourneyMap> {
  const found = new Map<string, Definition>();
  const named = findDefinition(parse(source).document);
  let wanted: readonly string[] = named === undefined ? [] : listNamed(named, catalogue);
  for (let depth = 0; depth <= callDepthLimit && wanted.length > 0; depth += 1) {
    const versions = await listLatestVersions(store, wanted);
    const definitions = versions.map(({ definition }) => readStoredDefinition(definition));
    for (const definition of definitions) found.set(definition.id, definition);
    wanted = definitions.flatMap((one) => listNamed(one, catalogue)).filter((id) => !found.has(id));
  }
  return found;
}

/** What is awaited is a part of the meaning: when it has changed, publishing makes a new version. */
function hashWithCalled(hash: string, called: JourneyMap): string {
  if (called.size === 0) return hash;
  const journeys = [...called].map(([id, definition]) => [id, hashDefinition(definition)]);
  return hashJson({ journey: hash, journeys: Object.fromEntries(journeys) });
}

/** Names of the events that a live run cares about, sorted. Exit rules are the outer journey's alone. */
function listEvents(definition: Definition, catalogue: Catalogue, called: JourneyMap): string[] {
  const waits = [definition, ...called.values()].flatMap((one) =>
    Object.values(one.nodes).flatMap((node) => {
      const resolved = resolveConfig(node, catalogue.get(node.type));
      return resolved?.type.events?.(resolved.config) ?? [];
    }),
  );
  const exits = (definition.exit ?? []).map(({ on }) => on.event);
  return [...new Set([...waits, ...exits])].sort();
}
