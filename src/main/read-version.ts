// The version of this package, from the package.json above us: in a checkout and in what npm installs.

import { existsSync, readFileSync } from 'node:fs';

/** Sources are two folders below it, their JavaScript three. */
export function readVersion(): string {
  const candidates = ['../../package.json', '../../../package.json'];
  const file = candidates.map((name) => new URL(name, import.meta.url)).find((url) => existsSync(url));
  return file === undefined ? '' : JSON.parse(readFileSync(file, 'utf8')).version;
}
