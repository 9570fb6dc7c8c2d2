// The workflow code as one bundle: made at start-up, or read from a file that was written before. A build has one.

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BundleOptions, bundleWorkflowCode, type WorkflowBundleOption } from '@temporalio/worker';
import type { Logger } from 'pino';

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
type WebpackConfig = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

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
  const workflowsPath = path(`workflows/index.${ending}`);
  const payloadConverterPath = path(`workflows/payload-converter.${ending}`);
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    payloadConverterPath,
    // All of it, evaluated once for all runs of a worker instead of at each start: no module holds anything of a run.
    preloadModules: [workflowsPath, payloadConverterPath],
    webpackConfigHook: keepSyntax,
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

/** The SDK has sources lowered to ES2017, where each private field is a lookup in a WeakMap; a build has them as they are. */
function keepSyntax(config: WebpackConfig): WebpackConfig {
  for (const rule of config.module?.rules ?? []) {
    if (typeof rule !== 'object' || rule === null) continue;
    const { use } = rule;
    if (typeof use !== 'object' || use === null || !('options' in use)) continue;
    if (typeof use.options === 'object' && 'jsc' in use.options) use.options['jsc'].target = 'es2022';
  }
  return config;
}
