// `jornada dev` and `npm start`: everything on this machine, with the gallery's journeys published, until Ctrl-C. The data stays in
// `.jornada`, the key too.

import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import type { DevOptions } from '../cli/command-ports.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { readConfig } from '../config.ts';
import { EmbeddedError } from '../embedded/embedded-error.ts';
import { createProgress, type ProgressDisplay } from '../embedded/progress.ts';
import { type Stack, startStack } from '../embedded/stack.ts';
import { createApi } from './demo/api.ts';
import { stopOnSignal } from './run-role.ts';
import { type Local, startLocal } from './start-local.ts';
import { installRuntime } from './start-worker.ts';
import { getWorkflowBundle } from './workflow-bundle.ts';

/** Comes up, says where everything is, and ends the process on Ctrl-C. 3 where a server can't be had. */
export async function runDev(options: DevOptions): Promise<ExitCode> {
  const progress = createProgress();
  try {
    await start(options, progress);
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof EmbeddedError)) throw error;
    progress.fail(error.message);
    return exitCodes.unreachable;
  }
}

async function start(
  { folder: home, project, httpPort }: DevOptions,
  progress: ProgressDisplay,
): Promise<void> {
  const folder = join(home, '.jornada');
  const config = readConfig();
  const level = config.logLevel === 'info' ? 'warn' : config.logLevel;
  const log = pino({ name: 'jornada', level }, process.stderr);
  installRuntime(log);
  const { databaseUrl, temporal } = config;
  const options = { databaseUrl, temporalAddress: temporal.address, namespace: temporal.namespace };
  const stack = await startStack({ dir: folder, onProgress: progress.onProgress, ...options });
  progress.onProgress('Bundling workflow code');
  const apiKey = config.http.apiKey ?? readOrCreateKey(folder);
  const local = await startLocal({
    databaseUrl: stack.databaseUrl,
    temporal: stack.temporal,
    apiKey,
    httpPort: httpPort ?? config.http.port,
    nodeTypes: project.nodeTypes,
    workflowBundle: await getWorkflowBundle(config.temporal.workflowBundle, log),
    log,
  });
  stopOnSignal(log, async () => {
    await local.stop();
    await stack.stop();
  });
  progress.onProgress('Publishing the gallery');
  await publishGallery(local, apiKey);
  progress.done('Jornada is running. Ctrl-C ends it.');
  printLinks(stack, local, apiKey);
}

async function publishGallery(local: Local, apiKey: string): Promise<void> {
  const api = createApi(local.server.url, apiKey);
  const gallery = new URL('../gallery/', import.meta.url);
  for (const file of (await readdir(gallery)).filter((name) => name.endsWith('.json'))) {
    await api('/v1/journeys', await readFile(new URL(file, gallery), 'utf8'));
  }
}

/** An admin key, made at the first start and kept readable for this user only. */
function readOrCreateKey(folder: string): string {
  const file = `${folder}/api-key`;
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const key = `jk_${randomBytes(24).toString('base64url')}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return key;
}

function printLinks({ temporal }: Stack, { server, meta }: Local, apiKey: string): void {
  const links = [
    ['API', server.url],
    ['API key', apiKey],
    ['Phones', `${meta.url}/`],
    ['Temporal UI', temporal.uiUrl ?? '(yours)'],
  ];
  process.stdout.write(`${links.map(([name = '', link]) => `${name.padEnd(12)} ${link}`).join('\n')}\n`);
}
