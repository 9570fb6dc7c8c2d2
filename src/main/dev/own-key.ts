// The key of the stack on this machine: made at the first start, readable for this user only.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../../embedded/progress.ts';

/** What a header can carry. */
const keyPattern = /^[\x21-\x7e]+$/;

/** @param onProgress told where the file is there and holds no key, as after a full disk */
export function readOrCreateKey(folder: string, onProgress: Progress): string {
  const file = join(folder, 'api-key');
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8').trim();
    if (keyPattern.test(kept)) return kept;
    onProgress({
      en: `${file} holds no key: a new one is made. Whoever has used another needs this one now`,
      ko: `${file} 파일에 키가 없어 새로 만듭니다. 다른 키를 쓰던 곳은 이 키로 바꿔야 합니다`,
    });
  }
  const key = `jk_${randomBytes(24).toString('base64url')}`;
  mkdirSync(folder, { recursive: true });
  // A key is there as a whole or not at all.
  const unfinished = `${file}.new`;
  writeFileSync(unfinished, `${key}\n`, { mode: 0o600 });
  renameSync(unfinished, file);
  return key;
}
