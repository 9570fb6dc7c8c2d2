// The journeys that a command was given: files as they are, folders with all journeys below them.

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { CliError } from '../cli-error.ts';
import { isJourneyFile } from '../read-surroundings.ts';

/** @throws CliError usage, when a folder has no journey */
export async function findJourneyFiles(given: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    given.map(async (file) => ((await isFolder(file)) ? journeysBelow(file) : [file])),
  );
  return found.flat();
}

async function isFolder(file: string): Promise<boolean> {
  if (file === '-') return false;
  const stats = await stat(file).catch(() => undefined);
  return stats?.isDirectory() === true;
}

async function journeysBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && isJourneyFile(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.split(path.sep).some((part) => part === 'node_modules' || part === '.jornada'))
    .sort();
  if (files.length > 0) return files;
  throw CliError.usage({
    en: `there is no journey in ${folder}.`,
    ko: `${folder} 폴더에 여정이 없습니다.`,
  });
}
