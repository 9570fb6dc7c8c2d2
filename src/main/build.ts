// `npm run build` (and `prepare`): writes dist/, what `npm pack` packs and `npm run jornada` runs. Types are not checked
// here: `npm run check` does. Does nothing where dist/ is new enough. A new dist/ takes the place of the old one in one step, so that nobody runs half of it.

import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { pino } from 'pino';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Below node_modules, so that what is built can be imported before it is in its place. */
const next = path.join(root, `node_modules/.cache/jornada-${process.pid}`);
const dist = path.join(root, 'dist');

const { isBuilt }: { isBuilt: () => boolean } = await import(new URL('./is-built.mjs', import.meta.url).href);
if (!isBuilt()) await build();

async function build(): Promise<void> {
  const startedAt = new Date();
  try {
    await Promise.all([compile(), bundleCanvas()]);
    copyData();
    await bundleWorkflows();
    writeFileSync(path.join(next, 'built'), '');
    // What was written while we built isn't in it.
    utimesSync(path.join(next, 'built'), startedAt, startedAt);
    replace();
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

async function compile(): Promise<void> {
  await run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', next);
}

/** What browsers get is not ours to read: it stands beside the rest. */
async function bundleCanvas(): Promise<void> {
  const config = ['--config', 'src/canvas/vite.config.ts', '--logLevel', 'warn'];
  await run('node_modules/vite/bin/vite.js', 'build', ...config, '--outDir', path.join(next, 'canvas'));
}

/** A program of a package of ours; what it says of a failure is shown. */
async function run(program: string, ...args: string[]): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [path.join(root, program), ...args], { cwd: root });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error) {
      process.stderr.write(`${error.stdout}${error.stderr}`);
    }
    throw error;
  }
}

/** What the code reads beside itself: the gallery, pages, scripts of their own. */
function copyData(): void {
  for (const file of readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(json|css|js|mjs|html|svg)$/.test(file)) continue;
    // Built apart, or for a checkout alone.
    if (/^canvas\W/.test(file) || /main\W[a-z-]+\.mjs$/.test(file)) continue;
    mkdirSync(path.dirname(path.join(next, 'src', file)), { recursive: true });
    cpSync(path.join(root, 'src', file), path.join(next, 'src', file));
  }
}

/** Saves every `dev` some seconds. */
async function bundleWorkflows(): Promise<void> {
  const module = pathToFileURL(path.join(next, 'src/main/workflow-bundle.js')).href;
  const { writeWorkflowBundle }: typeof import('./workflow-bundle.ts') = await import(module);
  await writeWorkflowBundle(path.join(next, 'workflow-bundle.js'), pino({ level: 'warn' }));
}

function replace(): void {
  const old = `${next}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(next, dist);
  rmSync(old, { recursive: true, force: true });
}
