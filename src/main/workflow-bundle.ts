// The workflow code as one bundle: made at start-up, or read from a file that was written before. A build has one.

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkflowBundleOption } from '@temporalio/worker';
import type { Logger } from 'pino';

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
/** What all runs of a worker share: compiled machines, and the scope that each is stepped in. */
const preload = (module: string) => createRequire(import.meta.url).resolve(path(module));

/** The sources in a checkout, their JavaScript in a build. */
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** The bundle in `file` where it names one, that of the build, else a fresh one (some seconds). */
export async function getWorkflowBundle(
  file: string | undefined,
  log: Logger,
): Promise<WorkflowBundleOption> {
  const built = path('workflow-bundle.js');
  const codePath = file ?? (ending === 'js' && existsSync(built) ? built : undefined);
  if (codePath !== undefined) return { codePath };
  return { code: await bundle(log) };
}

/** Writes the bundle to a file, so that many workers can start quickly. */
export async function writeWorkflowBundle(file: string, log: Logger): Promise<void> {
  await writeFile(file, await bundle(log));
}

async function bundle(log: Logger): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: path(`workflows/index.${ending}`),
    payloadConverterPath: path(`workflows/payload-converter.${ending}`),
    preloadModules: [preload(`workflows/chart-cache.${ending}`), preload(`src/machine/step.${ending}`)],
    logger: {
      log: (_level, message) => log.debug(message),
      trace: (message) => log.trace(message),
      debug: (message) => log.debug(message),
      info: (message) => log.debug(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
  });
  return code;
}
