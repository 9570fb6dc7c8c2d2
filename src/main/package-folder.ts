// Where this package is: in a checkout and in what npm installs.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Holds package.json. Sources are two folders below it, their JavaScript three. */
export function findPackageFolder(): string | undefined {
  const candidates = ['../../', '../../../'].map((name) => new URL(name, import.meta.url));
  const folder = candidates.find((url) => existsSync(new URL('package.json', url)));
  return folder && fileURLToPath(folder);
}
