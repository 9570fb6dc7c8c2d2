// Claims a folder for one process, so that two starts in one project do not end each other's servers.
// The claim of a process that has died, however it died, is void.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedError } from './embedded-error.ts';
import { findProcess } from './process-identity.ts';

/**
 * Makes the folder if needed; the answer gives the claim back.
 * @throws EmbeddedError `EMBEDDED_FOLDER_BUSY` when a live process holds it
 */
export function claimFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'owner');
  const mine = `${process.pid} ${findProcess(process.pid)?.startedAt ?? ''}`;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const pid = livingOwner(file);
      if (pid !== undefined) throw busy(folder, pid);
      rmSync(file, { force: true });
    }
  }
  throw busy(folder, undefined);
}

function livingOwner(file: string): number | undefined {
  let claim: string;
  try {
    claim = readFileSync(file, 'utf8');
  } catch {
    // Given back between our attempt to write and this reading.
    return undefined;
  }
  const [pid, ...startedAt] = claim.split(' ');
  return findProcess(Number(pid))?.startedAt === startedAt.join(' ') ? Number(pid) : undefined;
}

function busy(folder: string, pid: number | undefined): EmbeddedError {
  const [who, whoKo] =
    pid === undefined ? ['another process', '다른 프로세스'] : [`process ${pid}`, `프로세스 ${pid}`];
  return new EmbeddedError('EMBEDDED_FOLDER_BUSY', {
    en: `${folder} is in use by ${who}: stop that one first, or work in another folder.`,
    ko: `${whoKo}에서 ${folder} 폴더를 사용 중입니다. 그 프로세스를 먼저 끝내거나 다른 폴더에서 작업하세요.`,
  });
}
