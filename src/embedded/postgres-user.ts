// PostgreSQL refuses to run as root. When we are root it runs as `postgres` if the machine has that user, else as
// `nobody`; no user is created for it. What that user cannot reach (a home folder of mode 700) has to live elsewhere.

import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedError, ownedByOther } from './embedded-error.ts';

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Undefined when we are not root: the server then runs as we do. */
export function findServerUser(passwd = '/etc/passwd'): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const rows = readFileSync(passwd, 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  if (row === undefined)
    throw new EmbeddedError('EMBEDDED_START_FAILED', {
      en: 'PostgreSQL cannot run as root, and this machine has no user "postgres" or "nobody". Run as another user, or set DATABASE_URL.',
      ko: 'PostgreSQL은 root로 실행할 수 없고, 이 컴퓨터에는 "postgres"나 "nobody" 사용자가 없습니다. 다른 사용자로 실행하거나 DATABASE_URL을 지정하세요.',
    });
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

/** Whether the user may enter every folder down to `path`, which has to exist. */
export function canReach(path: string, user: ServerUser): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Makes the folder for the server's data, private to its user, and says where it came to be. */
export function prepareDataFolder(dataDir: string, user: ServerUser | undefined): string {
  const wanted = resolve(dataDir);
  mkdirSync(dirname(wanted), { recursive: true });
  if (user === undefined) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    return wanted;
  }
  if (canReach(dirname(wanted), user)) return own(wanted, user);
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  return own(join(findCommonFolder(user), `jornada-postgres-${name}`), user);
}

/** A folder for temporary files that the server's user can enter too. */
export function findCommonFolder(user: ServerUser): string {
  const folder = [tmpdir(), '/tmp', '/var/tmp'].find((path) => existsSync(path) && canReach(path, user));
  if (folder !== undefined) return folder;
  throw new EmbeddedError('EMBEDDED_FOLDER_UNUSABLE', {
    en: `PostgreSQL does not run as root, and its user can reach neither this folder nor ${tmpdir()}. Run as another user, or set DATABASE_URL.`,
    ko: `PostgreSQL은 root로 실행되지 않으며, 실행할 사용자가 이 폴더와 ${tmpdir()}에 접근할 수 없습니다. 다른 사용자로 실행하거나 DATABASE_URL을 지정하세요.`,
  });
}

function own(folder: string, user: ServerUser): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  // In a shared temporary folder somebody else may have been there first.
  if (!found.isDirectory() || (found.uid !== 0 && found.uid !== user.uid)) throw ownedByOther(folder);
  chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  return folder;
}
