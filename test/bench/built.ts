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
  execFileSync('npm', ['run', '-s', 'build'], { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'] });
  const { parse }: Parse = await import(toUrl('src/journey/parse.js'));
  const { check }: Check = await import(toUrl('src/journey/check.js'));
  const { compile }: Compile = await import(toUrl('src/journey/compile.js'));
  const { catalogue }: Nodes = await import(toUrl('activities/nodes/index.js'));
  return { parse, check, compile, catalogue };
}

function toUrl(file: string): string {
  return pathToFileURL(join(projectRoot, 'dist', file)).href;
}
