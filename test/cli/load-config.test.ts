// Loading a project's configuration. Node's hooks are of a whole process, so it gets one of its own.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { projectRoot } from '../support/run-tool.ts';

const config = `
import { defineConfig } from 'jornada/node';
const templates: string = 'templates.json';
export default defineConfig({ templates });
`;

const script = (file: string) => `
import { loadConfig } from ${JSON.stringify(path.join(projectRoot, 'src/cli/load-config.ts'))};
const load = () => loadConfig(${JSON.stringify(file)}, { isFresh: false });
console.log(JSON.stringify(await Promise.all([load(), load()])));
`;

test('a config that is loaded twice at once is found by both', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'jornada-config-'));
  try {
    const file = path.join(folder, 'jornada.config.ts');
    await writeFile(file, config);
    const args = ['--import', 'tsx', '--input-type=module', '--eval', script(file)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: projectRoot });
    expect(JSON.parse(stdout)).toEqual([{ templates: 'templates.json' }, { templates: 'templates.json' }]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
