// The language as users run it: built JavaScript, made anew where the sources are newer. Through tsx every closure would
// pay for its name.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../support/run-tool.ts';

type Parse = typeof import('../../src/journey/parse.ts');
type Check = typeof import('../../src/journey/check.ts');
type Compile = typeof import('../../src/journey/compile.ts');
type Nodes = typeof import('../../activities/nodes/index.ts');

export interface Built {
  readonly parse: Parse['parse'];
  readonly check: Check['check'];
  readonly compile: Compile['compile'];
  readonly catalogue: Nodes['catalogue'];
}

export async function buildAndLoad(): Promise<Built> {
  build();
  const { parse }: Parse = await importBuilt('src/journey/parse.js');
  const { check }: Check = await importBuilt('src/journey/check.js');
  const { compile }: Compile = await importBuilt('src/journey/compile.js');
  const { catalogue }: Nodes = await importBuilt('activities/nodes/index.js');
  return { parse, check, compile, catalogue };
}

/** Where the sources are newer; else it does nothing. */
export function build(): void {
  execFileSync('npm', ['run', '-s', 'build'], { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** A module of what was built; the caller says its type. */
export function importBuilt<Module>(file: string): Promise<Module> {
  return import(pathToFileURL(join(projectRoot, 'dist', file)).href);
}
