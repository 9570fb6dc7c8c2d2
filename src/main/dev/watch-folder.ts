// Does something again whenever a file of a folder changes; never twice at a time.

import { watch } from 'node:fs';

/** Editors write a file in several steps: the last one counts. */
const settleMs = 80;

/** @returns what ends it */
export function watchFolder(folder: string, onChange: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const watcher = watch(folder, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // The folder may be in the middle of a change: the next one tries again.
      running = running.then(onChange).catch(() => {});
    }, settleMs);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
