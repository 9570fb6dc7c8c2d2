// Runs the real command line as a process of its own, the way a user does, and gives what it printed.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly input?: string;
  /** The root of the checkout where absent. */
  readonly cwd?: string;
  readonly env?: { readonly [name: string]: string };
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Ends when the process has ended. Paths are relative to `cwd`. */
export function runCli(
  args: readonly string[],
  { input = '', cwd = root, env = {} }: CliOptions = {},
): Promise<CliResult> {
  const { LANG: _lang, LC_ALL: _all, LC_MESSAGES: _messages, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(root, 'src/main/launch.mjs'), ...args], {
    cwd,
    env: { ...inherited, ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
