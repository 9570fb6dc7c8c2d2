// The canvas bundled from the sources as they are, once for each state of them: a test never looks at an old dist/.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What is bundled: the page, and the modules that its worker shares with the server. */
const sources = ['src/canvas', 'src/client', 'src/journey', 'src/machine', 'src/messaging', 'src/node-kit'];
const shared = ['src/simulator', 'src/whatsapp', 'activities/nodes', 'package-lock.json'];

/** The folder with `index.html`; some seconds where anything has changed since it was last built. */
export async function buildCanvas(): Promise<string> {
  const kept = join(root, 'node_modules/.cache/jornada-canvas');
  const folder = join(kept, hashOf([...sources, ...shared]));
  if (existsSync(folder)) return folder;
  const next = join(kept, `next-${process.pid}`);
  await build({
    configFile: join(root, 'src/canvas/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: next },
  });
  // Two test files may build at once: whoever comes second throws theirs away.
  if (existsSync(folder)) rmSync(next, { recursive: true });
  else renameSync(next, folder);
  return folder;
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
