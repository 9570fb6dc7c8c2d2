// Compares two states of a journey, each a published version or its draft.

import type { Definition } from '../journey/definition.ts';
import { type DefinitionDiff, diffDefinitions } from '../journey/diff.ts';
import { hashDefinition } from '../journey/hash.ts';
import { readStoredDefinition } from '../journey/read-definition.ts';
import { type JourneyMap, listCalled } from '../journey/sub-journey.ts';
import { validateJourney } from '../journey/validate.ts';
import { findVersionContent } from '../store/version-list.ts';
import { AppError, aboutIssues } from './app-error.ts';
import { readCalledJourneys } from './publish-journey.ts';
import type { RouteContext } from './route-context.ts';
import { getDraftOrThrow } from './save-draft.ts';

/** The number of a version, or what is being written. */
export type JourneyState = number | 'draft';

type Context = Pick<RouteContext, 'store' | 'catalogue'>;

export interface VersionDiff extends DefinitionDiff {
  /** Ids of the journeys that it awaits on both sides, but not the same ones: a version keeps its own. */
  readonly awaited: readonly string[];
}

/** @throws AppError VERSION_UNKNOWN, DRAFT_UNKNOWN, DRAFT_UNSHAPED */
export async function diffVersions(
  { id, from, to }: { readonly id: string; readonly from: JourneyState; readonly to: JourneyState },
  context: Context,
): Promise<VersionDiff> {
  const before = await readSide(id, from, context);
  const after = await readSide(id, to, context);
  const diff = diffDefinitions(before.definition, after.definition, {
    catalogue: context.catalogue,
    surroundings: { journeys: after.journeys },
  });
  const awaited = listChanged(before.journeys, after.journeys);
  return { ...diff, same: diff.same && awaited.length === 0, awaited };
}

function listChanged(before: JourneyMap, after: JourneyMap): readonly string[] {
  return [...before].flatMap(([id, was]) => {
    const is = after.get(id);
    return is === undefined || hashDefinition(was) === hashDefinition(is) ? [] : [id];
  });
}

interface Side {
  readonly definition: Definition;
  /** Those that it awaits: a version's as they were, a draft's as they are. */
  readonly journeys: JourneyMap;
}

async function readSide(id: string, state: JourneyState, context: Context): Promise<Side> {
  return state === 'draft' ? readDraft(id, context) : readVersion(id, state, context);
}

async function readVersion(id: string, version: number, { store }: Context): Promise<Side> {
  const content = await findVersionContent(store, id, version);
  if (content === undefined) throw new AppError('VERSION_UNKNOWN');
  const journeys = Object.entries(content.journeys);
  return {
    definition: readStoredDefinition(content.definition),
    journeys: new Map(journeys.map(([name, stored]) => [name, readStoredDefinition(stored)])),
  };
}

async function readDraft(id: string, { store, catalogue }: Context): Promise<Side> {
  const { source } = await getDraftOrThrow(store, id);
  const { definition, issues } = validateJourney(source, catalogue);
  if (definition === undefined) throw new AppError('DRAFT_UNSHAPED', aboutIssues(issues));
  const known = await readCalledJourneys(store, source, catalogue);
  return { definition, journeys: listCalled(definition, catalogue, known) };
}
