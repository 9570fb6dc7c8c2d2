// The canvas bundled from the sources as they are, once for each state of them: a test never looks at an old dist/.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { listChunks } from './chunk-list.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What is bundled: the page, and the modules that its worker shares with the server. */
const sources = ['src/canvas', 'src/client', 'src/journey', 'src/machine', 'src/messaging', 'src/node-kit'];
const shared = ['src/simulator', 'src/whatsapp', 'activities/nodes', 'package-lock.json'];
const kept = join(root, 'node_modules/.cache/jornada-canvas');
const dayMs = 24 * 60 * 60 * 1_000;

/** The folder with `index.html`; some seconds where anything has changed since it was last built. */
export async function buildCanvas(): Promise<string> {
  const folder = join(kept, hashOf([...sources, ...shared]));
  if (existsSync(folder)) return folder;
  mkdirSync(kept, { recursive: true });
  removeOld();
  const next = join(kept, `next-${process.pid}`);
  await asUsersGetIt(() =>
    build({
      configFile: join(root, 'src/canvas/vite.config.ts'),
      logLevel: 'error',
      plugins: [listChunks()],
      build: { outDir: next },
    }),
  );
  // Two test files may build at once: whoever comes second throws theirs away.
  if (existsSync(folder)) rmSync(next, { recursive: true });
  else renameSync(next, folder);
  return folder;
}

/** Vitest says that all is a test, and React would then be the one for development. */
async function asUsersGetIt(bundle: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await bundle();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

function removeOld(): void {
  for (const name of readdirSync(kept)) {
    const folder = join(kept, name);
    if (Date.now() - statSync(folder).mtimeMs > dayMs) rmSync(folder, { recursive: true, force: true });
  }
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hashPath(hash, path);
  return hash.digest('hex').slice(0, 16);
}

function hashPath(hash: ReturnType<typeof createHash>, path: string): void {
  const full = join(root, path);
  const entries = path.includes('.') ? [] : readdirSync(full, { recursive: true, withFileTypes: true });
  if (entries.length === 0) hash.update(readFileSync(full));
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    hash.update(file).update(readFileSync(file));
  }
}
