// The files that a command was given: files as they are, folders with everything below them that has the right name.

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Installed, made or kept by programs: nothing that people write. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.jornada', '.git', 'dist']);

/** In the order given; below a folder by name. A folder without any gives none. */
export async function findFiles(
  given: readonly string[],
  isWanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const found = await Promise.all(
    given.map(async (file) => ((await isFolder(file)) ? filesBelow(file, isWanted) : [file])),
  );
  return [...new Set(found.flat())];
}

async function isFolder(file: string): Promise<boolean> {
  if (file === '-') return false;
  const stats = await stat(file).catch(() => undefined);
  return stats?.isDirectory() === true;
}

async function filesBelow(folder: string, isWanted: (name: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !skippedFolders.has(entry.name))
      found.push(...(await filesBelow(file, isWanted)));
    else if (entry.isFile() && isWanted(entry.name)) found.push(file);
  }
  return found;
}
