// Everything on one machine: emulators of Meta, SMS and SMTP, and the three roles pointed at them, over a running
// PostgreSQL and Temporal. What `npm start`, the demo and the end-to-end tests stand on. Loopback only.

import { Client, Connection, type WorkflowClient } from '@temporalio/client';
import type { WorkflowBundleOption } from '@temporalio/worker';
import type { Logger } from 'pino';
import { type Client as ApiClient, createClient } from '../client/client.ts';
import { type Config, readConfig, toSecretVariables } from '../config.ts';
import {
  type CloudApiEmulator,
  type CloudApiOptions,
  startCloudApi,
} from '../emulators/cloud-api/start-cloud-api.ts';
import { type SmsEmulator, startSms } from '../emulators/sms.ts';
import { type SmtpEmulator, startSmtp } from '../emulators/smtp.ts';
import type { AnyNode } from '../node-kit/node-type.ts';
import { createRuns, type Runs } from '../runs/create-runs.ts';
import { createStore, type Store } from '../store/store.ts';
import { openLocalSkipper } from './local-skipper.ts';
import type { RunningRole } from './running-role.ts';
import { startDispatcher } from './start-dispatcher.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { startWorker } from './start-worker.ts';

export interface LocalOptions {
  readonly databaseUrl: string;
  readonly temporal: {
    readonly address: string;
    readonly namespace: string;
    readonly uiUrl?: string | undefined;
    /** Rehearsed runs may be skipped over the API then. */
    readonly canSkipTime?: boolean;
  };
  readonly taskQueue?: string;
  readonly apiKey: string;
  readonly httpPort?: number;
  /** Where browsers reach the server, if not on loopback. */
  readonly publicUrl?: string | undefined;
  /** The bundled canvas; left out: what was built into dist/. */
  readonly canvasFolder?: string | undefined;
  readonly workflowBundle: WorkflowBundleOption;
  readonly log: Logger;
  readonly meta?: CloudApiOptions;
  readonly nodeTypes?: readonly AnyNode[];
  readonly secrets?: Config['secrets'];
  /** Left out: the default settings. */
  readonly policyFile?: Config['policyFile'];
  /** Left out: the first number of the emulated Meta. Its address is known beforehand where `meta` has a port. */
  readonly sendersFile?: Config['sendersFile'];
  /** How often the emulated Meta is asked for its templates; not by itself unless given. */
  readonly templateSyncMinutes?: number;
  /** Roles that the caller runs elsewhere. */
  readonly without?: readonly ('worker' | 'dispatcher')[];
}

export interface Local {
  readonly config: Config;
  /** Environment of a role started as a process of its own against the same world. */
  readonly environment: Readonly<Record<string, string>>;
  readonly meta: CloudApiEmulator;
  readonly sms: SmsEmulator;
  readonly smtp: SmtpEmulator;
  readonly server: RunningServer;
  /** Its API, with the admin key. */
  readonly api: ApiClient;
  readonly store: Store;
  readonly client: WorkflowClient;
  readonly runs: Runs;
  /** Starts server and worker again, with other node types and at the same address. */
  renew(nodeTypes: readonly AnyNode[]): Promise<void>;
  stop(): Promise<void>;
}

export async function startLocal(options: LocalOptions): Promise<Local> {
  const { databaseUrl, temporal, log, nodeTypes, without = [] } = options;
  const [meta, sms, smtp] = await Promise.all([startCloudApi(options.meta), startSms(), startSmtp()]);
  const environment = toEnvironment(options, { meta, sms, smtp });
  const config = readConfig(environment);
  const given = nodeTypes === undefined ? {} : { nodeTypes };
  const store = createStore({ url: databaseUrl });
  const connection = await Connection.connect({ address: temporal.address });
  const { workflow: client } = new Client({ connection, namespace: temporal.namespace });
  // Rehearsals ask it all the time, also on a machine that is busy with others.
  const runs = createRuns({ client, store, taskQueue: config.temporal.taskQueue, timeoutMs: 30_000 });
  const skipper = temporal.canSkipTime ? await openLocalSkipper({ client, store, runs, meta }) : undefined;
  const role = {
    config,
    databaseUrl,
    temporalAddress: temporal.address,
    log,
    skipper,
    phonesUrl: `${meta.url}/`,
    ...(options.canvasFolder === undefined ? {} : { canvasFolder: options.canvasFolder }),
    ...given,
  };
  let running = await startServerAndWorker(options, role);
  const { server } = running;
  await meta.subscribe(server.webhookUrl, verifyToken);
  const dispatcher = without.includes('dispatcher') ? undefined : await startDispatcher(role);
  return {
    config,
    environment,
    meta,
    sms,
    smtp,
    server,
    api: createClient({ url: server.url, apiKey: options.apiKey }),
    store,
    client,
    runs,
    async renew(changed) {
      await running.stop();
      const { port } = new URL(server.url);
      const same = readConfig({ ...environment, JORNADA_HTTP_PORT: port });
      running = await startServerAndWorker(options, { ...role, config: same, nodeTypes: changed });
    },
    async stop() {
      await Promise.all([dispatcher?.stop(), running.stop()]);
      await connection.close();
      await store.destroy();
      await Promise.all([meta.close(), sms.close(), smtp.close()]);
    },
  };
}

type Role = Parameters<typeof startServer>[0];

interface ServerAndWorker extends RunningRole {
  readonly server: RunningServer;
}

/** The roles that know node types. */
async function startServerAndWorker(
  { without = [], workflowBundle }: LocalOptions,
  role: Role,
): Promise<ServerAndWorker> {
  const server = await startServer(role);
  const worker = without.includes('worker') ? undefined : await startWorker({ ...role, workflowBundle });
  return {
    server,
    async stop() {
      await worker?.stop();
      await server.stop();
    },
  };
}

const verifyToken = 'local-verify-token';

interface Emulators {
  readonly meta: CloudApiEmulator;
  readonly sms: SmsEmulator;
  readonly smtp: SmtpEmulator;
}

function toEnvironment(options: LocalOptions, { meta, sms, smtp }: Emulators): Record<string, string> {
  const [sender] = meta.senders;
  return {
    DATABASE_URL: options.databaseUrl,
    TEMPORAL_ADDRESS: options.temporal.address,
    TEMPORAL_NAMESPACE: options.temporal.namespace,
    TEMPORAL_UI_URL: options.temporal.uiUrl ?? '',
    JORNADA_TASK_QUEUE: options.taskQueue ?? 'jornada',
    JORNADA_HTTP_PORT: String(options.httpPort ?? 0),
    JORNADA_PUBLIC_URL: options.publicUrl ?? '',
    // All callers have one address here.
    JORNADA_REQUESTS_PER_MINUTE: '0',
    JORNADA_API_KEY: options.apiKey,
    WHATSAPP_BASE_URL: meta.url,
    WHATSAPP_PHONE_NUMBER_ID: sender.phoneNumberId,
    WHATSAPP_ACCOUNT_ID: sender.businessAccountId,
    WHATSAPP_ACCESS_TOKEN: meta.accessToken,
    WHATSAPP_APP_SECRET: meta.appSecret,
    WHATSAPP_VERIFY_TOKEN: verifyToken,
    WHATSAPP_TEMPLATE_SYNC_MINUTES: String(options.templateSyncMinutes ?? 0),
    SMS_BASE_URL: sms.url,
    SMS_ACCOUNT_SID: sms.accountSid,
    SMS_AUTH_TOKEN: sms.authToken,
    SMS_FROM: '+15550100002',
    SMTP_URL: smtp.url,
    EMAIL_FROM: 'Jornada <hello@jornada.example>',
    JORNADA_POLICY_FILE: options.policyFile ?? '',
    JORNADA_SENDERS_FILE: options.sendersFile ?? '',
    LOG_LEVEL: options.log.level,
    ...toSecretVariables(options.secrets ?? new Map()),
  };
}
