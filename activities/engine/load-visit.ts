// Reads what an activity has to know of a visit: the run, its version's node, the person, and what expressions and
// texts may see. Definitions are immutable, so they are kept; everything else is read afresh.

import type { Definition, DefinitionNode } from '../../src/journey/definition.ts';
import type { JourneyPolicy } from '../../src/journey/policy-schema.ts';
import { readStoredDefinition } from '../../src/journey/read-definition.ts';
import { callSeparator, findPlacedNode, type JourneyMap } from '../../src/journey/sub-journey.ts';
import { upgradeConfig } from '../../src/journey/upgrade.ts';
import type { ActivityAnswer } from '../../src/machine/vocabulary.ts';
import { NodeError } from '../../src/node-kit/node-error.ts';
import type { AnyNode, HeardEvent, PersonView, Scope } from '../../src/node-kit/node-type.ts';
import { findEvent } from '../../src/store/events.ts';
import { toPersonScope } from '../../src/store/people.ts';
import type { Store } from '../../src/store/store.ts';
import type { NodeActivityInput } from '../../workflows/messages.ts';

export interface Visit {
  readonly runId: string;
  /** The run's own journey; a node of a sub-journey has the policy of its own. */
  readonly journeyId: string;
  readonly version: number;
  readonly node: string;
  readonly visit: number;
  /** The run's clock, epoch ms: when the activity was first wanted, and at this try of it. */
  readonly since: number;
  readonly now: number;
  readonly rehearsed: boolean;
  /** The row says that the run is over, yet it is at work: an operator reset it. */
  readonly isClosed: boolean;
  /** That of the node's own journey, over those around it. */
  readonly policy: JourneyPolicy;
  readonly type: AnyNode;
  /** Parsed by the type's own schema. */
  readonly config: never;
  readonly person: PersonView & { readonly businessScopedUserId?: string };
  /** `nodes` are those of the node's own journey, by their ids there. */
  readonly scope: Scope;
  /** The event whose meaning is asked; null where it is not stored any more. */
  readonly heard?: HeardEvent | null;
  /** What this visit was answered before, where its node changed something. */
  readonly answered?: ActivityAnswer;
}

/** @param putOffMs how long after the first try this one is made: an outage may last all night */
export type LoadVisit = (input: NodeActivityInput, putOffMs: number) => Promise<Visit>;

/** Makes the loader of a worker. Throws `NodeError` where the run or its node is not known here. */
export function createLoadVisit(store: Store, nodeTypes: readonly AnyNode[]): LoadVisit {
  const types = new Map(nodeTypes.map((type) => [type.type, type]));
  const versions = new Map<string, Version>();

  return async (input, putOffMs) => {
    const row = await readRun(store, input);
    // Tries are put off in real time, which is nothing to a clock that is skipped.
    const now = row.rehearsed ? input.at : input.at + putOffMs;
    const key = `${row.journey_id}@${row.version}`;
    const version = versions.get(key) ?? (await readVersion(store, row));
    versions.set(key, version);
    const placed = findPlacedNode(version.definition, input.node, { ...version, catalogue: types });
    if (placed === undefined) throw unknown('NODE_UNKNOWN', `The version has no node "${input.node}".`);
    const { node, policy, prefix } = placed;
    const type = types.get(node.type);
    if (type === undefined)
      throw unknown('NODE_TYPE_UNKNOWN', `This worker has no node type "${node.type}".`);
    return {
      runId: input.run,
      journeyId: row.journey_id,
      version: row.version,
      node: input.node,
      visit: input.visit,
      since: input.at,
      now,
      rehearsed: row.rehearsed,
      isClosed: row.state === 'closed',
      policy,
      type,
      config: parseConfig(type, node),
      person: toPerson(row),
      scope: await readScope(store, row, { prefix, now }),
      ...(input.heard === undefined ? {} : { heard: (await findEvent(store, input.heard.id)) ?? null }),
      ...(row.answer === null ? {} : { answered: row.answer as ActivityAnswer }),
    };
  };
}

interface Version {
  readonly definition: Definition;
  readonly journeys: JourneyMap;
}

type RunRow = Awaited<ReturnType<typeof readRun>>;

async function readRun(store: Store, { run, node, visit }: NodeActivityInput) {
  const row = await store
    .selectFrom('run')
    .innerJoin('person', 'person.id', 'run.person_id')
    .leftJoin('visit_answer', (join) =>
      join
        .onRef('visit_answer.run_id', '=', 'run.id')
        .on('visit_answer.node', '=', node)
        .on('visit_answer.visit', '=', visit),
    )
    .select(['run.id', 'run.journey_id', 'run.version', 'run.key', 'run.event', 'run.vars', 'run.rehearsed'])
    .select(['run.state', 'visit_answer.answer'])
    .select(['person.id as person_id', 'person.external_id', 'person.phone', 'person.email', 'person.locale'])
    .select(['person.business_scoped_user_id', 'person.time_zone', 'person.attributes'])
    .where('run.id', '=', run)
    .executeTakeFirst();
  if (row === undefined) throw unknown('RUN_UNKNOWN', 'The run has no row in this database.');
  return row;
}

async function readVersion(store: Store, row: Pick<RunRow, 'journey_id' | 'version'>): Promise<Version> {
  const { definition, journeys } = await store
    .selectFrom('journey_version')
    .select(['definition', 'journeys'])
    .where('journey_id', '=', row.journey_id)
    .where('version', '=', row.version)
    .executeTakeFirstOrThrow();
  return {
    definition: readStoredDefinition(definition),
    journeys: new Map(
      Object.entries(journeys as object).map(([id, stored]) => [id, readStoredDefinition(stored)]),
    ),
  };
}

async function readScope(
  store: Store,
  row: RunRow,
  { prefix, now }: { readonly prefix: string; readonly now: number },
): Promise<Scope> {
  const steps = await store
    .selectFrom('run_step')
    .distinctOn('node')
    .select(['node', 'outcome'])
    .where('run_id', '=', row.id)
    .where('outcome', 'is not', null)
    .orderBy('node')
    .orderBy('visit', 'desc')
    .execute();
  const own = steps
    .filter(({ node }) => node.startsWith(prefix))
    .map(({ node, outcome }) => [node.slice(prefix.length), { outcome: outcome ?? '' }] as const)
    .filter(([node]) => !node.includes(callSeparator));
  return {
    person: toPersonScope({ ...row, externalId: row.external_id, timeZone: row.time_zone }),
    event: row.event,
    run: { id: row.id, vars: row.vars, ...(row.key === '' ? {} : { key: row.key }) },
    nodes: Object.fromEntries(own),
    now,
  };
}

function toPerson(row: RunRow): Visit['person'] {
  return {
    id: row.person_id,
    externalId: row.external_id,
    timeZone: row.time_zone,
    attributes: row.attributes,
    ...(row.phone === null ? {} : { phone: row.phone }),
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.locale === null ? {} : { locale: row.locale }),
    ...(row.business_scoped_user_id === null ? {} : { businessScopedUserId: row.business_scoped_user_id }),
  };
}

function parseConfig(type: AnyNode, node: DefinitionNode): never {
  const parsed = type.config.safeParse(upgradeConfig(type, node.version, node.with ?? {}));
  if (parsed.success) return parsed.data as never;
  throw new NodeError(
    'NODE_CONFIG',
    `The config of a "${type.type}" node does not fit this worker's version.`,
    {
      retryable: true,
      cause: parsed.error,
    },
  );
}

/** Retryable: another worker, or this one after a deployment, may know it. Nobody is lost by waiting. */
function unknown(code: string, message: string): NodeError {
  return new NodeError(code, message, { retryable: true });
}
