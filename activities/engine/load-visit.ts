// Reads what an activity has to know of a visit: the run, its version's node, the person, and what expressions and
// texts may see. Definitions are immutable, so they are kept; everything else is read afresh.

import type { Definition, DefinitionNode, JourneyPolicy } from '../../src/journey/definition.ts';
import { upgradeConfig } from '../../src/journey/upgrade.ts';
import { NodeError } from '../../src/node-kit/node-error.ts';
import type { AnyNode, PersonView, Scope } from '../../src/node-kit/node-type.ts';
import type { Store } from '../../src/store/store.ts';
import type { NodeActivityInput } from '../../workflows/messages.ts';

export interface Visit {
  readonly runId: string;
  readonly node: string;
  readonly visit: number;
  /** The run's clock, epoch ms. */
  readonly now: number;
  readonly rehearsed: boolean;
  /** The row says that the run is over, yet it is at work: an operator reset it. */
  readonly isClosed: boolean;
  readonly definition: Definition;
  /** That of the node's own journey, over those around it. */
  readonly policy: JourneyPolicy;
  readonly type: AnyNode;
  /** Parsed by the type's own schema. */
  readonly config: never;
  readonly person: PersonView & { readonly businessScopedUserId?: string };
  readonly scope: Scope;
}

export type LoadVisit = (input: NodeActivityInput) => Promise<Visit>;

/** Makes the loader of a worker. Throws `NodeError` where the run or its node is not known here. */
export function createLoadVisit(store: Store, nodeTypes: readonly AnyNode[]): LoadVisit {
  const types = new Map(nodeTypes.map((type) => [type.type, type]));
  const definitions = new Map<string, Definition>();

  return async (input) => {
    const row = await readRun(store, input.run);
    const key = `${row.journey_id}@${row.version}`;
    const definition = definitions.get(key) ?? (await readDefinition(store, row));
    definitions.set(key, definition);
    const node = definition.nodes[input.node];
    if (node === undefined) throw unknown('NODE_UNKNOWN', `The version has no node "${input.node}".`);
    const type = types.get(node.type);
    if (type === undefined)
      throw unknown('NODE_TYPE_UNKNOWN', `This worker has no node type "${node.type}".`);
    return {
      runId: input.run,
      node: input.node,
      visit: input.visit,
      now: input.at,
      rehearsed: row.rehearsed,
      isClosed: row.state === 'closed',
      definition,
      policy: definition.policy ?? {},
      type,
      config: parseConfig(type, node),
      person: toPerson(row),
      scope: await readScope(store, row, input),
    };
  };
}

type RunRow = Awaited<ReturnType<typeof readRun>>;

async function readRun(store: Store, runId: string) {
  const row = await store
    .selectFrom('run')
    .innerJoin('person', 'person.id', 'run.person_id')
    .select(['run.id', 'run.journey_id', 'run.version', 'run.key', 'run.event', 'run.rehearsed', 'run.state'])
    .select(['person.id as person_id', 'person.external_id', 'person.phone', 'person.email', 'person.locale'])
    .select(['person.business_scoped_user_id', 'person.time_zone', 'person.attributes'])
    .where('run.id', '=', runId)
    .executeTakeFirst();
  if (row === undefined) throw unknown('RUN_UNKNOWN', 'The run has no row in this database.');
  return row;
}

async function readDefinition(
  store: Store,
  row: Pick<RunRow, 'journey_id' | 'version'>,
): Promise<Definition> {
  const { definition } = await store
    .selectFrom('journey_version')
    .select('definition')
    .where('journey_id', '=', row.journey_id)
    .where('version', '=', row.version)
    .executeTakeFirstOrThrow();
  return definition as Definition;
}

async function readScope(store: Store, row: RunRow, input: NodeActivityInput): Promise<Scope> {
  const steps = await store
    .selectFrom('run_step')
    .select(['node', 'outcome'])
    .where('run_id', '=', row.id)
    .where('outcome', 'is not', null)
    .orderBy('settled_at')
    .execute();
  const person = {
    ...row.attributes,
    id: row.external_id,
    timeZone: row.time_zone,
    ...(row.locale === null ? {} : { locale: row.locale }),
    ...(row.phone === null ? {} : { phone: row.phone }),
    ...(row.email === null ? {} : { email: row.email }),
  };
  return {
    person,
    event: row.event,
    run: { id: row.id, vars: {}, ...(row.key === '' ? {} : { key: row.key }) },
    nodes: Object.fromEntries(steps.map(({ node, outcome }) => [node, { outcome: outcome ?? '' }])),
    now: input.at,
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
