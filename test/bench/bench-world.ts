// The whole product for a bench: a PostgreSQL and a Temporal of its own in a temporary folder, emulators and roles.
// Everything goes when it stops.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startStack } from '../../src/embedded/stack.ts';
import { type Api, createApi } from '../../src/main/demo/api.ts';
import { type Local, type LocalOptions, startLocal } from '../../src/main/start-local.ts';
import { installRuntime } from '../../src/main/start-worker.ts';
import { getWorkflowBundle } from '../../src/main/workflow-bundle.ts';

export interface BenchWorld {
  readonly local: Local;
  readonly api: Api;
  readonly temporal: { readonly address: string; readonly namespace: string };
  stop(): Promise<void>;
}

export async function startBenchWorld(options: Pick<LocalOptions, 'canvasFolder'> = {}): Promise<BenchWorld> {
  const log = pino({ level: 'error' }, process.stderr);
  installRuntime(log);
  const dir = mkdtempSync(join(tmpdir(), 'jornada-bench-'));
  // PostgreSQL's own user has to get in when the bench runs as root.
  chmodSync(dir, 0o711);
  const stack = await startStack({
    dir,
    cacheDir: '.jornada',
    durable: false,
    onProgress: ({ en }) => process.stderr.write(`${en}\n`),
  });
  const apiKey = 'bench-key-0123456789';
  const local = await startLocal({
    databaseUrl: stack.databaseUrl,
    temporal: stack.temporal,
    apiKey,
    workflowBundle: await getWorkflowBundle(undefined, log),
    log,
    ...options,
  });
  return {
    local,
    api: createApi(local.server.url, apiKey),
    temporal: stack.temporal,
    async stop() {
      await local.stop();
      await stack.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
