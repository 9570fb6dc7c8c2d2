// A command that runs until it is ended: a test waits for what it prints, and interrupts it as Ctrl-C does.

import { type ChildProcess, spawn } from 'node:child_process';
import { projectRoot } from './run-tool.ts';

export interface CliProcess {
  /** Everything on both streams, once the pattern has appeared `count` times. Rejects when the process ends before. */
  until(pattern: RegExp, count?: number): Promise<string>;
  /** SIGINT; the exit code. */
  interrupt(): Promise<number | null>;
}

export interface ProcessOptions {
  readonly cwd?: string;
  readonly env?: { readonly [name: string]: string | undefined };
  /** Program and first arguments; the launcher of this checkout where absent. */
  readonly command?: readonly [string, ...string[]];
}

class CliEndedError extends Error {
  override readonly name = 'CliEndedError';
  readonly code = 'TEST_CLI_ENDED';
}

const launcher = [process.execPath, `${projectRoot}/src/main/launch.mjs`] as const;

export function startCli(
  args: readonly string[],
  { cwd = projectRoot, env = {}, command = launcher }: ProcessOptions = {},
): CliProcess {
  const [program, ...first] = command;
  const child = spawn(program, [...first, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = collect(child);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    until: (pattern, count = 1) => printed.until(pattern, count),
    interrupt() {
      child.kill('SIGINT');
      return ended;
    },
  };
}

function collect(child: ChildProcess): { until(pattern: RegExp, count: number): Promise<string> } {
  let text = '';
  let onMore = (): void => {};
  let hasEnded = false;
  const add = (more: string): void => {
    text += more;
    onMore();
  };
  child.stdout?.setEncoding('utf8').on('data', add);
  child.stderr?.setEncoding('utf8').on('data', add);
  child.on('close', () => {
    hasEnded = true;
    onMore();
  });
  return {
    until: (pattern, count) =>
      new Promise((resolve, reject) => {
        onMore = () => {
          if ([...text.matchAll(new RegExp(pattern, 'gm'))].length >= count) resolve(text);
          else if (hasEnded) reject(new CliEndedError(text));
        };
        onMore();
      }),
  };
}
