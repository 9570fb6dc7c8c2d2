// The tally at the end of a test run, tried on real runs of vitest in a folder of their own.

import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot, runTool } from './support/run-tool.ts';
import { toTallyLine } from './support/tally-reporter.ts';

const reporter = path.join(projectRoot, 'test/support/tally-reporter.ts');
const files = {
  'vitest.config.ts': `
    export default { test: { reporters: ['default', ${JSON.stringify(reporter)}], globalSetup: './setup.ts' } };`,
  'setup.ts': "export const teardown = () => console.log('torn down');",
  'good.test.ts': `
    import { test } from 'vitest';
    test('a', () => {});
    test('b', () => {});
    test.skipIf(true)('needs a machine', () => {});`,
  'bad.test.ts': `
    import { expect, test } from 'vitest';
    test('c', () => expect(1).toBe(2));
    test('d', () => {});`,
  'hook.test.ts': `
    import { beforeAll, test } from 'vitest';
    beforeAll(() => { throw new TypeError('no'); });
    test('e', () => {});`,
  'broken.test.ts': "import './gone.ts';",
};

describe('the tally', { timeout: 60_000 }, () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jornada-tally-'));
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
    await symlink(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function run(...names: string[]): Promise<{ code: number; lines: string[] }> {
    const { code, stdout } = await runTool('vitest/vitest.mjs', ['run', ...names], folder);
    return { code, lines: stdout.trimEnd().split('\n') };
  }

  test('is the very last line, with the skipped tests named above it', async () => {
    const { code, lines } = await run('good.test.ts');
    expect(lines.slice(-2)).toEqual([
      'skipped: good.test.ts: needs a machine',
      '2 passed, 0 failed, 1 skipped',
    ]);
    expect(lines).toContain('torn down');
    expect(code).toBe(0);
  });

  test('counts failed tests', async () => {
    const { code, lines } = await run('bad.test.ts');
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
    expect(code).toBe(1);
  });

  test('counts a file that does not load and a hook that throws as failed', async () => {
    const { code, lines } = await run('broken.test.ts', 'hook.test.ts');
    expect(lines.at(-1)).toMatch(/^0 passed, 2 failed/);
    expect(code).toBe(1);
  });

  test('is a failure when no test ran', async () => {
    const { code, lines } = await run('absent.test.ts');
    expect(lines.at(-1)).toBe('0 passed, 0 failed');
    expect(code).toBe(1);
  });
});

test('skipped tests are counted only when there are any', () => {
  expect(toTallyLine({ passed: 3, failed: 0, skipped: [] })).toBe('3 passed, 0 failed');
  expect(toTallyLine({ passed: 3, failed: 1, skipped: ['a'] })).toBe('3 passed, 1 failed, 1 skipped');
});
