// Runs a tool of node_modules in a process of its own and keeps what it said. Tests of the project's own checks use it.

import { execFile } from 'node:child_process';
import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  /** Both streams, standard output first. */
  readonly output: string;
}

/** `script` is a path below node_modules, run with this Node, so that neither a shell nor the PATH matters. */
export function runTool(script: string, args: readonly string[], cwd = projectRoot): Promise<Finished> {
  const command = [path.join(projectRoot, 'node_modules', script), ...args];
  // Nothing of the test runner that this may itself run in.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const options = { cwd, env: { ...env, NO_COLOR: '1', FORCE_COLOR: '0' }, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code) || 1, stdout, output: `${stdout}${stderr}` });
    });
  });
}
