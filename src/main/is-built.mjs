// Whether dist/ is what the sources say. Plain JavaScript, because the launcher asks before anything is built.

import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const inputs = ['workflows', 'activities', 'src', 'tsconfig.build.json', 'package-lock.json'];

/** True where nothing has been written, added or taken away since the last build. */
export function isBuilt() {
  const built = statSync(new URL('dist/built', root), { throwIfNoEntry: false });
  if (built === undefined) return false;
  return inputs.every((name) => newestMs(fileURLToPath(new URL(name, root))) < built.mtimeMs);
}

/** Folders count, so that a deletion is seen. */
function newestMs(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const below = readdirSync(path, { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? newestMs(`${path}/${entry.name}`) : statSync(`${path}/${entry.name}`).mtimeMs,
  );
  return Math.max(stats.mtimeMs, ...below);
}
