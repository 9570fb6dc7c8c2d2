// `jornada dev` and `npm start`: everything on this machine until Ctrl-C, following the project as its files
// change; without a project, with the gallery's journeys. The data stays in `.jornada`, the key too.

import { join } from 'node:path';
import { pino } from 'pino';
import type { DevOptions } from '../cli/command-ports.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import type { Config } from '../config.ts';
import { EmbeddedError } from '../embedded/embedded-error.ts';
import { assertPortFree } from '../embedded/free-port.ts';
import { createProgress, type ProgressDisplay } from '../embedded/progress.ts';
import { type Stack, startStack } from '../embedded/stack.ts';
import { followProject } from './dev/follow-project.ts';
import { readOrCreateKey } from './dev/own-key.ts';
import { addSamplePeople } from './dev/sample-people.ts';
import { writeDevFile } from './dev-file.ts';
import { readConfigOrUsage, readPolicySettingsOrUsage } from './read-config-or-usage.ts';
import { stopOnSignal } from './run-role.ts';
import { type Local, startLocal } from './start-local.ts';
import { installRuntime } from './start-worker.ts';
import { getWorkflowBundle } from './workflow-bundle.ts';

/** Comes up, says where everything is, and ends the process on Ctrl-C. 3 where a server can't be had. */
export async function runDev(options: DevOptions): Promise<ExitCode> {
  const progress = createProgress({ language: options.language });
  try {
    await start(options, progress);
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof EmbeddedError)) throw error;
    progress.fail(error.text);
    return exitCodes.unreachable;
  }
}

async function start(options: DevOptions, progress: ProgressDisplay): Promise<void> {
  const config = readConfigOrUsage();
  await readPolicySettingsOrUsage(config.policyFile);
  const level = config.logLevel === 'info' ? 'warn' : config.logLevel;
  const log = pino({ name: 'jornada', level }, process.stderr);
  installRuntime(log);
  await assertPortFree(config.http.host, options.httpPort ?? config.http.port);
  const folder = join(options.folder, '.jornada');
  const { databaseUrl, temporal } = config;
  const servers = { databaseUrl, temporalAddress: temporal.address, namespace: temporal.namespace };
  const started = await startStack({ dir: folder, onProgress: progress.onProgress, ...servers });
  const uiUrl = started.temporal.uiUrl ?? temporal.uiUrl;
  const stack: Stack = { ...started, temporal: { ...started.temporal, uiUrl } };
  progress.onProgress(progressTexts.bundling);
  const apiKey = config.http.apiKey ?? readOrCreateKey(folder, progress.onProgress);
  const local = await startAll(options, { config, stack, apiKey, log });
  const forget = writeDevFile(options.folder, toDevStack({ stack, local, apiKey }));
  await addSamplePeople(local);
  progress.done(progressTexts.running);
  const stopFollowing = await followProject(local, options);
  stopOnSignal(log, async () => {
    stopFollowing();
    forget();
    await local.stop();
    await stack.stop();
  });
  const { url: canvas } = await local.api.createSessionLink();
  printAddresses(options, { canvas, stack, local, apiKey });
}

interface Parts {
  readonly config: Config;
  readonly stack: Stack;
  readonly apiKey: string;
  readonly log: Parameters<typeof getWorkflowBundle>[1];
}

async function startAll(
  { project, httpPort }: DevOptions,
  { config, stack, apiKey, log }: Parts,
): Promise<Local> {
  return startLocal({
    databaseUrl: stack.databaseUrl,
    temporal: stack.temporal,
    apiKey,
    httpPort: httpPort ?? config.http.port,
    publicUrl: config.http.publicUrl,
    nodeTypes: project.nodeTypes,
    secrets: config.secrets,
    policyFile: config.policyFile,
    workflowBundle: await getWorkflowBundle(config.temporal.workflowBundle, log),
    log,
  });
}

interface Running {
  readonly stack: Stack;
  readonly local: Local;
  readonly apiKey: string;
}

function toDevStack({ stack, local, apiKey }: Running): Parameters<typeof writeDevFile>[1] {
  const { address, namespace, uiUrl } = stack.temporal;
  return {
    ...{ pid: process.pid, url: local.server.url, apiKey, databaseUrl: stack.databaseUrl },
    temporal: { address, namespace, ...(uiUrl === undefined ? {} : { uiUrl }) },
    metaUrl: local.meta.url,
    sender: {
      baseUrl: local.meta.url,
      apiVersion: local.config.whatsapp.apiVersion,
      accessToken: local.meta.accessToken,
      phoneNumberId: local.meta.senders[0].phoneNumberId,
      accountId: local.meta.senders[0].businessAccountId,
    },
  };
}

interface Addresses extends Running {
  /** Opens it, once. */
  readonly canvas: string;
}

function printAddresses({ language, json }: DevOptions, { canvas, stack, local, apiKey }: Addresses): void {
  const { uiUrl } = stack.temporal;
  const phones = `${local.meta.url}/`;
  if (json) {
    const addresses = { canvas, url: local.server.url, apiKey, phones, temporalUi: uiUrl ?? null };
    process.stdout.write(`${JSON.stringify(addresses, null, 2)}\n`);
    return;
  }
  const words = texts[language];
  const links = [
    [words.canvas, canvas],
    ['API', local.server.url],
    [words.key, apiKey],
    [words.phones, phones],
    ['Temporal UI', uiUrl ?? words.yours],
  ];
  process.stdout.write(`${links.map(([name = '', link]) => `${name.padEnd(12)} ${link}`).join('\n')}\n`);
}

const progressTexts = {
  bundling: { en: 'Bundling workflow code', ko: '워크플로 코드를 묶습니다' },
  running: {
    en: 'Jornada is running. Ctrl-C ends it.',
    ko: 'Jornada가 실행 중입니다. Ctrl-C로 끝냅니다.',
  },
} as const;

const texts = {
  en: {
    canvas: 'Canvas',
    key: 'API key',
    phones: 'Phones',
    yours: '(yours)',
  },
  ko: {
    canvas: '캔버스',
    key: 'API 키',
    phones: '휴대폰',
    yours: '(직접 지정한 서버)',
  },
} as const;
