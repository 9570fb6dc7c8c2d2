// How a new project names us in its package.json: as the project around it does, as a path where we run from a checkout,
// else by our version.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** `folder` is the new project's; `version` is ours. */
export function findDependency(folder: string, version: string): string {
  const target = path.resolve(folder);
  for (let above = path.dirname(target); ; above = path.dirname(above)) {
    const known = readDependency(path.join(above, 'package.json'));
    if (known !== undefined) return rebase(known, { from: above, to: target });
    if (above === path.dirname(above)) break;
  }
  const root = findOwnRoot(fileURLToPath(new URL('.', import.meta.url)));
  return root.split(path.sep).includes('node_modules') ? version : `file:${path.relative(target, root)}`;
}

function readDependency(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const { dependencies, devDependencies } = JSON.parse(readFileSync(file, 'utf8'));
  return dependencies?.jornada ?? devDependencies?.jornada;
}

function rebase(spec: string, { from, to }: { readonly from: string; readonly to: string }): string {
  if (!spec.startsWith('file:')) return spec;
  return `file:${path.relative(to, path.resolve(from, spec.slice('file:'.length)))}`;
}

function findOwnRoot(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : findOwnRoot(path.dirname(folder));
}
