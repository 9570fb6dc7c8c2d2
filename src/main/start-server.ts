// Composes the HTTP server: API, webhooks, and the self-test that proves our ears are open.

import type { AddressInfo } from 'node:net';
import { Client, Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import { nodeTypes as builtIn } from '../../activities/nodes/index.ts';
import type { Config } from '../config.ts';
import { createApp } from '../http/app.ts';
import { whatsappWebhookPath } from '../http/routes/webhooks-whatsapp.ts';
import { systemClock } from '../inbox/clock.ts';
import { createGroupCommit } from '../inbox/group-commit.ts';
import { createSelfTest } from '../inbox/self-test.ts';
import type { Catalogue } from '../journey/catalogue.ts';
import type { AnyNode } from '../node-kit/node-type.ts';
import { createRuns } from '../runs/create-runs.ts';
import type { Skipper } from '../runs/skipper.ts';
import { ensureApiKey } from '../store/api-keys.ts';
import { createStore } from '../store/store.ts';
import { findCanvasFolder } from './canvas-folder.ts';
import { readPolicySettings } from './read-policy-settings.ts';
import { readVersion } from './read-version.ts';
import type { RunningRole } from './running-role.ts';
import { followSenders, openSenderBook } from './sender-book.ts';
import { createTemplateSyncer, toSyncOutcome } from './template-syncer.ts';

export interface ServerOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly log: Logger;
  readonly nodeTypes?: readonly AnyNode[];
  /** Where the runs are nobody's but ours, and their time can be skipped. */
  readonly skipper?: Skipper | undefined;
  /** The emulator's phones, where messages go to an emulator. */
  readonly phonesUrl?: string | undefined;
  /** The bundled canvas; left out: what was built into dist/. */
  readonly canvasFolder?: string | undefined;
}

export interface RunningServer extends RunningRole {
  readonly url: string;
  readonly webhookUrl: string;
}

export async function startServer({
  config,
  databaseUrl,
  temporalAddress,
  log,
  nodeTypes = builtIn,
  skipper,
  phonesUrl,
  canvasFolder = findCanvasFolder(),
}: ServerOptions): Promise<RunningServer> {
  const { http, whatsapp, temporal } = config;
  const catalogue: Catalogue = new Map(nodeTypes.map((type) => [type.type, type]));
  const store = createStore({ url: databaseUrl });
  // Lazy: the server answers webhooks also while Temporal is away.
  const connection = Connection.lazy({ address: temporalAddress });
  const { workflow } = new Client({ connection, namespace: temporal.namespace });
  const runs = createRuns({ client: workflow, store, taskQueue: temporal.taskQueue });
  const book = await openSenderBook(config, log);
  const following = followSenders(book, { log });
  const templates = createTemplateSyncer({ store, book, everyMs: whatsapp.templateSyncMs, log });
  const app = createApp({
    store,
    runs,
    skipper,
    policySettings: await readPolicySettings(config.policyFile),
    inbox: createGroupCommit({ store }),
    catalogue,
    ...{ nodeTypes, builtInTypes: new Set(builtIn.map(({ type }) => type)) },
    clock: systemClock,
    syncTemplates: async () => (await templates.sync()).map(toSyncOutcome),
    log,
    appSecrets: whatsapp.appSecrets,
    verifyToken: whatsapp.verifyToken,
    bootstrapKey: () => http.apiKey,
    ...{ listensOn: http.host, publicUrl: http.publicUrl, requestsPerMinute: http.requestsPerMinute },
    ...{ canvasFolder, phonesUrl, version: readVersion() },
    temporalUi:
      temporal.uiUrl === undefined
        ? undefined
        : { url: temporal.uiUrl.replace(/\/+$/, ''), namespace: temporal.namespace },
  });
  // Kept as a hash, so that the key outlives its place in the environment.
  if (http.apiKey !== undefined) await ensureApiKey(store, { name: 'bootstrap', key: http.apiKey });
  await app.listen({ host: http.host, port: http.port });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://${http.host.includes(':') ? `[${http.host}]` : http.host}:${port}`;
  const webhookUrl = `${http.webhookSelfUrl ?? url}${whatsappWebhookPath}`;
  const ears = whatsapp.appSecret && createSelfTest({ url: webhookUrl, appSecret: whatsapp.appSecret, log });
  if (ears) ears.start();
  templates.start();
  return {
    url,
    webhookUrl,
    async stop() {
      if (ears) await ears.stop();
      await templates.stop();
      await following.stop();
      await app.close();
      await connection.close();
      await store.destroy();
    },
  };
}
