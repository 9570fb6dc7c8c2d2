// Composes a worker: workflow bundle, activities with their clients, chart codec. Runs until stopped; what is in
// flight gets longer than an HTTP time-out to come to its end.

import { NativeConnection, Runtime, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { Logger } from 'pino';
import { createChartCodec } from '../../activities/engine/chart-codec.ts';
import { createActivities } from '../../activities/index.ts';
import { nodeTypes as builtIn } from '../../activities/nodes/index.ts';
import type { Config } from '../config.ts';
import type { AnyNode } from '../node-kit/node-type.ts';
import { findChart } from '../store/journeys.ts';
import { createStore } from '../store/store.ts';
import { createChannels } from './create-channels.ts';
import { readPolicySettings } from './read-policy-settings.ts';
import type { RunningRole } from './running-role.ts';
import { followSenders, openSenderBook } from './sender-book.ts';
import { storeSenders } from './store-senders.ts';

export interface WorkerOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly workflowBundle: WorkflowBundleOption;
  readonly log: Logger;
  readonly nodeTypes?: readonly AnyNode[];
}

export interface RunningWorker extends RunningRole {
  /** Resolves when the worker has stopped; rejects when it failed. */
  readonly stopped: Promise<void>;
}

/** Exceeds the longest exchange with a provider (connect 3 s, headers 10 s, body 10 s). */
const shutdownGraceTime = '30s';

/**
 * The SDK's own limit on one activation of a workflow, which its types don't show. It counts real time, 5 s by default:
 * on a busy machine it cuts sound code short, and Node 20 then dies of a corrupted async hook stack. The server's limit
 * for a workflow task (10 s) holds all the same.
 */
const patience = { isolateExecutionTimeout: '30s' };

export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { config, databaseUrl, temporalAddress, workflowBundle, log, nodeTypes = builtIn } = options;
  const store = createStore({ url: databaseUrl, maxConnections: 20 });
  const senders = await openSenderBook(config, log);
  const putSenders = () => storeSenders(store, config, senders.list());
  await putSenders();
  const settings = await readPolicySettings(config.policyFile);
  const { channels, http, close } = createChannels(config, senders, settings);
  const connection = await NativeConnection.connect({ address: temporalAddress });
  const worker = await Worker.create({
    connection,
    namespace: config.temporal.namespace,
    taskQueue: config.temporal.taskQueue,
    workflowBundle,
    activities: createActivities({
      store,
      nodeTypes,
      channels,
      http,
      secrets: config.secrets,
      settings,
      log,
    }),
    // The converter for charts is in the bundle: only the sandbox ever sees one.
    dataConverter: { payloadCodecs: [createChartCodec((hash) => findChart(store, hash))] },
    shutdownGraceTime,
    ...patience,
    maxConcurrentActivityTaskExecutions: 50,
    maxHeartbeatThrottleInterval: '1s',
    defaultHeartbeatThrottleInterval: '1s',
  });
  const following = followSenders(senders, { onChange: putSenders, log });
  const stopped = worker.run().finally(async () => {
    await following.stop();
    await close();
    await store.destroy();
    await connection.close();
  });
  return {
    stopped,
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await stopped;
    },
  };
}

/** Routes the SDK's own log through ours. Once per process, before anything else of Temporal. */
export function installRuntime(log: Logger): void {
  Runtime.install({
    shutdownSignals: [],
    logger: {
      log: (level, message) => log.debug({ level }, message),
      trace: (message) => log.trace(message),
      debug: (message) => log.debug(message),
      info: (message) => log.debug(message),
      warn: (message, meta) => log.warn({ error: errorName(meta) }, message),
      error: (message, meta) => log.error({ error: errorName(meta) }, message),
    },
  });
}

/** Names only: an error's message may quote what it failed on. */
function errorName(meta: unknown): string | undefined {
  const error = (meta as { error?: unknown } | undefined)?.error;
  return error instanceof Error ? error.name : undefined;
}
