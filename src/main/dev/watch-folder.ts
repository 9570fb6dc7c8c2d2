// Does something again whenever a file of a folder or below it changes; never twice at a time. What is installed or made
// there is left out: it is much, and nobody edits it.

import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { skippedFolders } from '../../cli/find-files.ts';

/** Editors write a file in several steps: the last one counts. */
const settleMs = 80;

/** @param onChange gets the names of what has changed. @returns what ends it */
export function watchFolder(
  folder: string,
  onChange: (names: readonly string[]) => Promise<void>,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const changed = new Set<string>();
  const watchers = new Map<string, FSWatcher>();
  const hear = (_event: string, name: string | null): void => {
    if (name !== null) changed.add(name);
    clearTimeout(timer);
    timer = setTimeout(() => {
      follow();
      const names = [...changed];
      changed.clear();
      // The folder may be in the middle of a change: the next one tries again.
      running = running.then(() => onChange(names)).catch(() => {});
    }, settleMs);
  };
  const follow = (): void => {
    for (const [path, watcher] of watchers) {
      if (existsSync(path)) continue;
      watcher.close();
      watchers.delete(path);
    }
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (!entry.isDirectory() || skippedFolders.has(entry.name) || watchers.has(path)) continue;
      watchers.set(path, watch(path, { recursive: true }, hear));
    }
  };
  watchers.set(folder, watch(folder, hear));
  follow();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
