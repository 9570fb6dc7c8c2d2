// One PostgreSQL and one Temporal for a whole test run, in a temporary folder that goes when the run ends.
// Test files get at them through `stack.ts`; each takes a database of its own.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { startStack } from '../../src/embedded/stack.ts';
import { writeWorkflowBundle } from '../../src/main/workflow-bundle.ts';

/** What test files may know of the shared stack. */
export interface SharedStack {
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string; readonly uiUrl: string };
  /** The workflow code, bundled once for all workers of the run. */
  readonly workflowBundle: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    stack: SharedStack;
  }
}

/** Programs that were fetched once are kept between runs. */
export const programCache = fileURLToPath(new URL('../../.jornada', import.meta.url));

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'jornada-test-'));
  // PostgreSQL's own user has to get in when the tests run as root.
  chmodSync(dir, 0o711);
  const stack = await startStack({
    dir,
    cacheDir: programCache,
    durable: false,
    onProgress: ({ en }) => process.stderr.write(`${en}\n`),
  });
  const { address, namespace, uiUrl = '' } = stack.temporal;
  const workflowBundle = join(dir, 'workflow-bundle.js');
  await writeWorkflowBundle(workflowBundle, pino({ level: 'error' }));
  project.provide('stack', {
    databaseUrl: stack.databaseUrl,
    temporal: { address, namespace, uiUrl },
    workflowBundle,
  });
  return async () => {
    await stack.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}
