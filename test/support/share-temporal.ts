// Spares a project of its own the download of Temporal: what this machine's tests fetched once is copied there.

import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { programCache } from './global-setup.ts';

export async function shareTemporal(project: string): Promise<void> {
  const [program] = (await readdir(programCache)).filter((name) => name.startsWith('temporal-'));
  if (program === undefined) return;
  await mkdir(join(project, '.jornada'), { recursive: true });
  await copyFile(join(programCache, program), join(project, '.jornada', program));
}
