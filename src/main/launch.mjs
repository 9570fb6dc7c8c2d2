// `npm run jornada` in a checkout: the built JavaScript, which starts three times as fast; or the sources themselves
// where one of them is newer, so that nobody runs what is no longer there. What npm installs has no launcher.

import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const sources = ['workflows', 'activities', 'src'];

/** When something in the folder was written last; folders count, so that a deletion is seen. */
function newestMs(folder) {
  let newest = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    newest = Math.max(newest, entry.isDirectory() ? newestMs(path) : statSync(path).mtimeMs);
  }
  return newest;
}

/** True where `dist` is what the sources say. */
export function isBuilt() {
  const built = statSync(new URL('dist/built', root), { throwIfNoEntry: false });
  return (
    built !== undefined &&
    sources.every((name) => newestMs(fileURLToPath(new URL(name, root))) < built.mtimeMs)
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (isBuilt()) {
    await import(new URL('dist/src/main/jornada.js', root).href);
  } else {
    const { register } = await import('tsx/esm/api');
    register();
    await import('./jornada.ts');
  }
}
