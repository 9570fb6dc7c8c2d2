// The description of the API as a file, made by the application itself. What that is built with connects when it is first
// used, which never happens here.

import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { createApp } from '../http/app.ts';
import { systemClock } from '../inbox/clock.ts';
import { createGroupCommit } from '../inbox/group-commit.ts';
import { createRuns } from '../runs/create-runs.ts';
import { createStore } from '../store/store.ts';

export async function renderOpenApi(): Promise<string> {
  const store = createStore({ url: 'postgresql://localhost/none' });
  const connection = Connection.lazy();
  const { workflow } = new Client({ connection });
  const app = createApp({
    store,
    runs: createRuns({ client: workflow, store, taskQueue: 'none' }),
    inbox: createGroupCommit({ store }),
    ...{ catalogue: new Map(), nodeTypes: [], builtInTypes: new Set() },
    clock: systemClock,
    syncTemplates: async () => [],
    log: pino({ enabled: false }),
    ...{ appSecrets: [], verifyToken: undefined, bootstrapKey: () => undefined },
  });
  await app.ready();
  const document = app.swagger();
  await app.close();
  await connection.close();
  await store.destroy();
  return `${JSON.stringify(document, null, 2)}\n`;
}
