// What we need of a Temporal server, ours or somebody else's: the namespace, our search attributes, and whether it can
// skip time. Adding a missing search attribute is the only change that is made to a server we did not start.

import { Connection, isGrpcServiceError } from '@temporalio/client';
import proto from '@temporalio/proto';
import { EmbeddedError, type EmbeddedText } from './embedded-error.ts';

export interface TemporalServer {
  readonly address: string;
  readonly namespace: string;
  /** Whether a workflow's idle time can be skipped there (server 1.32 or newer, switched on for the namespace). */
  readonly canSkipTime: boolean;
}

const type = proto.temporal.api.enums.v1.IndexedValueType;

/** Durable names: they are in the histories of all runs. */
export const searchAttributes = {
  JourneyId: 'Keyword',
  JourneyVersion: 'Int',
  PersonId: 'Keyword',
  Node: 'Keyword',
  Waiting: 'Keyword',
  Outcome: 'Keyword',
  Channel: 'Keyword',
  Sender: 'Keyword',
} as const;

const typeNumbers = { Keyword: type.INDEXED_VALUE_TYPE_KEYWORD, Int: type.INDEXED_VALUE_TYPE_INT };
const notFound = 5;
const unimplemented = 12;

/** @throws EmbeddedError `EMBEDDED_SERVER_UNREACHABLE` when it does not answer or lacks the namespace */
export async function connectTemporal({
  address,
  namespace,
  connectTimeoutMs = 5_000,
}: {
  readonly address: string;
  readonly namespace: string;
  readonly connectTimeoutMs?: number;
}): Promise<TemporalServer> {
  const connection = await connect(address, connectTimeoutMs);
  try {
    return await connection.withDeadline(Date.now() + 15_000, async () => {
      await checkNamespace(connection, namespace);
      await addSearchAttributes(connection, namespace);
      return { address, namespace, canSkipTime: await canSkipTime(connection, namespace) };
    });
  } finally {
    await connection.close();
  }
}

export interface InspectedTemporal {
  readonly version: string;
  /** Our search attributes that it does not have. */
  readonly missing: readonly string[];
  readonly canSkipTime: boolean;
}

/** Looks without changing anything. @throws EmbeddedError `EMBEDDED_SERVER_UNREACHABLE` */
export async function inspectTemporal(server: {
  readonly address: string;
  readonly namespace: string;
}): Promise<InspectedTemporal> {
  const { address, namespace } = server;
  const connection = await connect(address, 5_000);
  try {
    return await connection.withDeadline(Date.now() + 15_000, async () => {
      await checkNamespace(connection, namespace);
      const { serverVersion = '' } = await connection.workflowService.getSystemInfo({});
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
      const missing = Object.keys(searchAttributes).filter((name) => !(name in customAttributes));
      return { version: serverVersion ?? '', missing, canSkipTime: await canSkipTime(connection, namespace) };
    });
  } finally {
    await connection.close();
  }
}

async function connect(address: string, connectTimeoutMs: number): Promise<Connection> {
  try {
    return await Connection.connect({ address, connectTimeout: connectTimeoutMs });
  } catch (cause) {
    throw unreachable(
      {
        en: `No Temporal server answers at ${address}: start it, or correct TEMPORAL_ADDRESS.`,
        ko: `${address}의 Temporal 서버가 응답하지 않습니다. 서버를 시작하거나 TEMPORAL_ADDRESS를 고치세요.`,
      },
      cause,
    );
  }
}

async function checkNamespace(connection: Connection, namespace: string): Promise<void> {
  try {
    await connection.workflowService.describeNamespace({ namespace });
  } catch (cause) {
    if (codeOf(cause) !== notFound) throw cause;
    throw unreachable(
      {
        en: `The Temporal server has no namespace "${namespace}": create it, or correct TEMPORAL_NAMESPACE.`,
        ko: `Temporal 서버에 "${namespace}" 네임스페이스가 없습니다. 만들거나 TEMPORAL_NAMESPACE를 고치세요.`,
      },
      cause,
    );
  }
}

async function addSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(searchAttributes).filter(([name]) => !(name in customAttributes));
  for (const [name, wanted] of Object.entries(searchAttributes)) {
    const found = customAttributes[name];
    if (found === undefined || found === typeNumbers[wanted]) continue;
    throw unreachable({
      en: `Temporal's search attribute ${name} is of type ${type[found]}; it has to be ${wanted}.`,
      ko: `Temporal의 검색 속성 ${name}의 형식이 ${type[found]}입니다. ${wanted}이어야 합니다.`,
    });
  }
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing.map(([name, wanted]) => [name, typeNumbers[wanted]])),
  });
}

/** No capability flag tells it; a server that can answers "no such workflow", another one "unimplemented". */
async function canSkipTime(connection: Connection, namespace: string): Promise<boolean> {
  try {
    await connection.workflowService.pollWorkflowExecutionTimeSkipping({
      namespace,
      workflowExecution: { workflowId: 'jornada-no-such-run' },
      fastForwardId: 'probe',
    });
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === notFound) return true;
    if (code === unimplemented) return false;
    throw error;
  }
}

function codeOf(error: unknown): number | undefined {
  return isGrpcServiceError(error) ? error.code : undefined;
}

function unreachable(text: EmbeddedText, cause?: unknown): EmbeddedError {
  return new EmbeddedError('EMBEDDED_SERVER_UNREACHABLE', text, { cause });
}
