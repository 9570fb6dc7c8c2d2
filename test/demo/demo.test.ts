// `npm run demo` as a person runs it: a process in the checkout, judged by its exit code and what it prints.
// It works in the checkout's own demo folder, so these tests say so where somebody else is using that.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { claimFolder } from '../../src/embedded/stack-folder.ts';
import { scenarios } from '../../src/main/demo/scenarios.ts';
import { projectRoot } from '../support/run-tool.ts';

const demoTimeoutMs = 180_000;

const shown = z.object({
  ok: z.literal(true),
  runs: z.array(
    z.object({
      person: z.string(),
      path: z.array(z.strictObject({ node: z.string(), outcome: z.string() })).min(1),
      reachedBy: z.enum(['whatsapp', 'sms', 'email', 'nobody']),
      messages: z.array(z.strictObject({ channel: z.string(), text: z.string().min(1) })).min(1),
    }),
  ),
});

interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Nothing of the test runner, and no server but the demo's own unless given. */
function runDemo(env: Readonly<Record<string, string>> = {}): Promise<Finished> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|DATABASE_URL$|TEMPORAL_|JORNADA_)/.test(name),
  );
  const options = {
    cwd: projectRoot,
    env: { ...Object.fromEntries(inherited), ...env },
    maxBuffer: 2 ** 24,
  };
  return new Promise((resolve) => {
    execFile('npm', ['run', '-s', 'demo', '--', '--json'], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code) || 1, stdout, stderr });
    });
  });
}

describe('the demo', () => {
  test('shows eleven people on the paths they had to take, and again the same when run again', {
    timeout: 2 * demoTimeoutMs,
  }, async () => {
    const first = await runDemo();
    expect(first.code, first.stderr).toBe(0);
    const { runs } = shown.parse(JSON.parse(first.stdout));
    expect(runs.map(({ person }) => person)).toEqual(scenarios.map(({ person }) => person));
    expect(runs.map(({ path }) => path.map(({ node, outcome }) => `${node}→${outcome}`))).toEqual(
      scenarios.map(({ expected }) => expected.path),
    );
    expect(runs.map(({ reachedBy }) => reachedBy)).toEqual(
      scenarios.map(({ expected }) => expected.reachedBy),
    );

    const second = await runDemo();
    expect(second.code, second.stderr).toBe(0);
    expect(shown.parse(JSON.parse(second.stdout)).runs).toEqual(runs);
  });

  test('says whose its folder is when another process works there', { timeout: demoTimeoutMs }, async () => {
    const release = claimFolder(join(projectRoot, '.jornada/demo'));
    try {
      const { code, stdout, stderr } = await runDemo();
      expect(code).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toContain(`.jornada/demo is in use by process ${process.pid}`);
      expect(stderr).not.toContain('    at ');
    } finally {
      release();
    }
  });

  test('says which Temporal does not answer', { timeout: demoTimeoutMs }, async () => {
    const { code, stdout, stderr } = await runDemo({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('127.0.0.1:1');
    expect(stderr).not.toContain('    at ');
  });
});
