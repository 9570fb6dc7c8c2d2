// `.jornada/dev.json`: where the stack of `jornada dev` is, for commands that run beside it. Readable for this user only:
// it holds the key.

import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

const devStack = z.object({
  pid: z.int(),
  url: z.string(),
  apiKey: z.string(),
  databaseUrl: z.string(),
  temporal: z.object({ address: z.string(), namespace: z.string(), uiUrl: z.string().optional() }),
  /** Where Meta's emulator is; its phones page stands at `/`. */
  metaUrl: z.string(),
  /** What the worker sends with. */
  sender: z.object({
    baseUrl: z.string(),
    apiVersion: z.string(),
    accessToken: z.string(),
    phoneNumberId: z.string(),
    accountId: z.string(),
  }),
});
export type DevStack = z.infer<typeof devStack>;

const fileName = join('.jornada', 'dev.json');

/** @returns the function that takes it away again */
export function writeDevFile(folder: string, stack: DevStack): () => void {
  const file = join(folder, fileName);
  writeFileSync(file, `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return () => rmSync(file, { force: true });
}

/** The running stack of this folder or the nearest one above it; undefined where none runs. */
export function findDevStack(near: string): DevStack | undefined {
  for (let folder = resolve(near); ; folder = dirname(folder)) {
    const file = join(folder, fileName);
    const found = existsSync(file) ? parse(file) : undefined;
    if (found !== undefined && isRunning(found.pid)) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

function parse(file: string): DevStack | undefined {
  try {
    return devStack.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** A file that a crash left behind tells of nobody. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
