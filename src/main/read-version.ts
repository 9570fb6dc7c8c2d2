// The version of this package.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageFolder } from './package-folder.ts';

export function readVersion(): string {
  const folder = findPackageFolder();
  return folder === undefined ? '' : JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}
