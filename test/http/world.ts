// The HTTP application on a real database, with its own key and app secret.

import { type AppOptions, createApp } from '../../src/http/app.ts';
import { createGroupCommit } from '../../src/inbox/group-commit.ts';
import type { Catalogue } from '../../src/journey/catalogue.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { signWebhook } from '../../src/whatsapp/webhook/signature.ts';
import { silent } from '../support/inbox-world.ts';
import { MemoryRuns } from '../support/memory-runs.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';
import { createTestDatabase } from '../support/stack.ts';
import { watchAnswers } from './watch-answers.ts';

export const apiKey = 'test-key-of-the-bootstrap';
export const appSecret = 'test-app-secret';
/** Being rotated out. */
export const previousSecret = 'test-app-secret-before';
export const verifyToken = 'test-verify-token';

export type HttpWorld = Awaited<ReturnType<typeof createHttpWorld>>;

export async function createHttpWorld(
  catalogue: Catalogue = sampleCatalogue,
  options: Partial<AppOptions> = {},
) {
  const database = await createTestDatabase();
  const runs = new MemoryRuns();
  const app = createTestApp(database.store, runs, { catalogue, ...options });
  const watch = watchAnswers(app);
  return {
    ...database,
    app,
    runs,
    async stop() {
      await app.close();
      await database.close();
      watch.check();
    },

    post: (url: string, body: unknown, headers: Record<string, string> = {}) =>
      app.inject({
        method: 'POST',
        url,
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      }),

    get: (url: string) => app.inject({ method: 'GET', url, headers: { 'x-api-key': apiKey } }),

    async inbox() {
      return database.store
        .selectFrom('inbox')
        .select(['item_key', 'kind', 'shard', 'payload'])
        .orderBy('id')
        .execute();
    },
  };
}

/** An application whose database does not answer. */
export function createDeafApp() {
  const store = createStore({ url: 'postgresql://postgres@127.0.0.1:1/none' });
  return createTestApp(store, new MemoryRuns());
}

/** Headers and bytes of a webhook as Meta sends it. */
export function toWebhook(body: unknown, secret = appSecret) {
  const payload = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return {
    method: 'POST' as const,
    url: '/webhooks/whatsapp',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signWebhook(payload, secret) },
    payload,
  };
}

function createTestApp(store: Store, runs: MemoryRuns, options: Partial<AppOptions> = {}) {
  return createApp({
    store,
    runs,
    inbox: createGroupCommit({ store }),
    catalogue: sampleCatalogue,
    ...{ nodeTypes: [], builtInTypes: new Set<string>() },
    clock: { now: () => Date.now() },
    syncTemplates: async () => [],
    log: silent,
    appSecrets: [appSecret, previousSecret],
    verifyToken,
    bootstrapKey: () => apiKey,
    temporalUi: { url: 'http://ui.example', namespace: 'default' },
    ...options,
  });
}
