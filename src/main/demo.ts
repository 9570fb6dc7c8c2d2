// `npm run demo`: the real engine, eleven people, what Meta really does to messages, and one table. Brings up all it
// needs on loopback, fast-forwards the real waits, asserts every path itself. Exit codes: 0 as expected, 1 a
// difference, 2 a Temporal that cannot skip time.

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readConfig } from '../config.ts';
import { EmbeddedError } from '../embedded/embedded-error.ts';
import { createDatabase, dropDatabase } from '../embedded/postgres.ts';
import { createProgress } from '../embedded/progress.ts';
import { type Stack, startStack } from '../embedded/stack.ts';
import { createRehearsal } from '../runs/rehearsal.ts';
import { migrateUrl } from '../store/migrate.ts';
import { createApi } from './demo/api.ts';
import { toDifferences, toJson, toTable } from './demo/print.ts';
import { type DemoRun, reportOn } from './demo/report.ts';
import { scenarios } from './demo/scenarios.ts';
import { createVisitor } from './demo/visitor.ts';
import { stopOnSignal } from './run-role.ts';
import { untilSettled } from './settled.ts';
import { type Local, startLocal } from './start-local.ts';
import { installRuntime } from './start-worker.ts';
import { getWorkflowBundle } from './workflow-bundle.ts';

const { values: flags } = parseArgs({
  options: { json: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
});
const log = pino({ name: 'demo', level: 'error' }, process.stderr);
const display = createProgress({ language: 'en' });
/** The demo speaks English only. */
const progress = {
  onProgress: (text: string) => display.onProgress({ en: text, ko: text }),
  done: (text: string) => display.done({ en: text, ko: text }),
  fail: (text: string) => display.fail({ en: text, ko: text }),
};
const journeys = ['spring-sale', 'flash-deal', 'order-help'];

process.exitCode = await main();

async function main(): Promise<number> {
  installRuntime(log);
  const { databaseUrl, temporal } = readConfig();
  const options = { databaseUrl, temporalAddress: temporal.address, namespace: temporal.namespace };
  let stack: Stack;
  try {
    stack = await startStack({
      dir: '.jornada/demo',
      cacheDir: '.jornada',
      onProgress: display.onProgress,
      ...options,
    });
  } catch (error) {
    if (!(error instanceof EmbeddedError)) throw error;
    progress.fail(error.message);
    return 1;
  }
  if (!stack.temporal.canSkipTime) {
    progress.fail(
      'This Temporal server cannot skip time (1.32 or newer can). Unset TEMPORAL_ADDRESS to use ours.',
    );
    await stack.stop();
    return 2;
  }
  return runOn(stack);
}

async function runOn(stack: Stack): Promise<number> {
  progress.onProgress('Preparing a database of its own');
  const name = `jornada_demo_${randomBytes(4).toString('hex')}`;
  const databaseUrl = await createDatabase(stack.databaseUrl, name);
  await migrateUrl(databaseUrl);
  progress.onProgress('Bundling workflow code');
  const apiKey = `demo-${randomBytes(16).toString('hex')}`;
  const local = await startLocal({
    databaseUrl,
    temporal: stack.temporal,
    taskQueue: `demo-${randomBytes(4).toString('hex')}`,
    apiKey,
    workflowBundle: await getWorkflowBundle(undefined, log),
    log,
    meta: { delivery: { duplicates: 1, shuffleSeed: 7, batch: 3 } },
  });
  const stop = async () => {
    await local.stop();
    await dropDatabase(stack.databaseUrl, name);
    await stack.stop();
  };
  if (flags.keep) stopOnSignal(log, stop);
  const runs = await liveThrough(local, apiKey);
  print(runs);
  if (flags.keep) return keep(stack, local, runs);
  await stop();
  return toDifferences(runs).length === 0 ? 0 : 1;
}

async function liveThrough(local: Local, apiKey: string): Promise<DemoRun[]> {
  const api = createApi(local.server.url, apiKey);
  progress.onProgress('Publishing three journeys');
  for (const name of journeys) {
    const url = new URL(`../gallery/${name}.json`, import.meta.url);
    await api('/v1/journeys', await readFile(url, 'utf8'));
  }
  const phones = new Map<string, string>();
  const settled = (personId: string) => untilSettled(local, personId);
  let ended = 0;
  return Promise.all(
    scenarios.map(async (scenario) => {
      let id = '';
      const rehearsal = createRehearsal({
        client: local.client,
        store: local.store,
        runs: local.runs,
        onOffset: async (_person, offsetMs) => local.meta.setClockOffset(scenario.phone, offsetMs),
        settled: () => settled(id),
      });
      const visitor = await createVisitor(scenario, { api, local, rehearsal, settled });
      id = visitor.id;
      phones.set(id, scenario.phone);
      await scenario.live(visitor);
      ended += 1;
      progress.onProgress(`Living through eleven lives: ${ended} of ${scenarios.length} ended`);
      return reportOn(scenario, id, local);
    }),
  );
}

function print(runs: readonly DemoRun[]): void {
  const differences = toDifferences(runs);
  if (differences.length === 0) progress.done(`All ${runs.length} paths are as expected`);
  else progress.fail(`${differences.length} differences:\n${differences.join('\n')}`);
  process.stdout.write(`${flags.json ? toJson(runs) : toTable(runs)}\n`);
}

/** Leaves everything running, with the links to look at it; ends on Ctrl-C. */
function keep({ temporal }: Stack, local: Local, runs: readonly DemoRun[]): Promise<number> {
  const ui = temporal.uiUrl ?? 'your Temporal UI';
  const links = runs.flatMap(({ person, workflows }) =>
    workflows.map(
      (id) => `  ${person}: ${ui}/namespaces/${temporal.namespace}/workflows/${encodeURIComponent(id)}`,
    ),
  );
  process.stderr.write(
    `\nStill running. Ctrl-C ends it.\nPhones: ${local.meta.url}/\nAPI: ${local.server.url}\nRuns:\n${links.join('\n')}\n`,
  );
  return new Promise(() => {});
}
