// The headline figure: what a run costs in history next to the same steps by hand, our journal included.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/run-tool.ts';

const benchTimeoutMs = 120_000;

describe('the history bench', () => {
  test('prints one JSON object, and ours stays near the hand-written workflow', {
    timeout: benchTimeoutMs,
  }, async () => {
    const env = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
    const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'bench', '--', 'history', '--json'], {
      cwd: projectRoot,
      env: Object.fromEntries(env),
    });
    const { bench, figures, ratios } = JSON.parse(stdout);
    expect(bench).toBe('history');
    expect(ratios.events).toBe(figures.oursEvents / figures.byHandEvents);
    expect(ratios.events).toBeLessThanOrEqual(1.15);
    expect(ratios.bytes).toBeLessThanOrEqual(1.25);
  });
});
