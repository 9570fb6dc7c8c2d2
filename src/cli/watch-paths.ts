// `--watch`: does something now and again whenever a file changes, until Ctrl-C.

import { existsSync, type FSWatcher, statSync, watch } from 'node:fs';
import path from 'node:path';
import { CliError } from './cli-error.ts';
import type { CommandContext } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';

/** Editors write a file in several steps: the last one counts. */
const settleMs = 60;

/**
 * Ends by a signal alone; a problem in what is watched is printed, and watching goes on.
 *
 * @throws CliError usage, for standard input and for what does not exist
 */
export function watchPaths(
  paths: readonly string[],
  { console, language }: CommandContext,
  run: () => Promise<unknown>,
): Promise<ExitCode> {
  for (const given of paths) assertWatchable(given);
  const runOnce = async (): Promise<void> => {
    try {
      await run();
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      console.printError(error.text[language]);
    }
    console.printError(console.paint('dim', waiting[language]));
  };
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let running = runOnce();
    const onChange = (_event: string, name: string | null): void => {
      if (name?.includes('node_modules') || name?.includes('.jornada')) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(runOnce);
        running.catch(reject);
      }, settleMs);
    };
    running.catch(reject);
    const watchers = openWatchers(paths, onChange);
    process.once('SIGINT', () => {
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
      resolve(exitCodes.ok);
    });
  });
}

const waiting = {
  en: 'Waiting for changes. Ctrl-C ends it.',
  ko: '변경을 기다립니다. Ctrl-C로 끝냅니다.',
} as const;

function assertWatchable(given: string): void {
  if (given !== '-' && existsSync(given)) return;
  throw CliError.usage({
    en: `--watch needs files or folders that exist, not ${given}.`,
    ko: `--watch에는 있는 파일이나 폴더가 필요합니다: ${given}`,
  });
}

/** Folders, not files: many editors replace a file, and a watcher of the old one hears no more. */
function openWatchers(
  paths: readonly string[],
  onChange: (event: string, name: string | null) => void,
): readonly FSWatcher[] {
  const isFolder = (given: string) => statSync(given, { throwIfNoEntry: false })?.isDirectory() === true;
  const folders = new Map(
    paths.map((given) => (isFolder(given) ? [given, true] : [path.dirname(given), false])),
  );
  return [...folders].map(([folder, recursive]) => watch(folder, { recursive }, onChange));
}
