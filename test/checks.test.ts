// Lint, type check, import rules and unused code, as tests: `npm test` proves all of it and counts it in one tally.
// `npm run check` runs the same by hand. The import rules are also tried on a small tree that breaks them.

import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assert, describe, expect, test } from 'vitest';
import { projectRoot, runTool } from './support/run-tool.ts';

/** A cold type check on two busy cores. */
const timeoutMs = 180_000;

const dependencyCruiser = 'dependency-cruiser/bin/dependency-cruise.mjs';
const importRules = ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'];

async function expectClean(script: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runTool(script, args);
  assert(code === 0, output);
}

describe('the project', { timeout: timeoutMs }, () => {
  test('is formatted and passes the linter (fix: npx biome check --write)', async () => {
    await expectClean('@biomejs/biome/bin/biome', ['check']);
  });

  test('passes the type check', async () => {
    await expectClean('typescript/bin/tsc', ['-p', '.']);
  });

  test('keeps to the import rules of its folders', async () => {
    await expectClean(dependencyCruiser, [...importRules, 'workflows', 'activities', 'src']);
  });

  test('has no unused file, export or dependency', async () => {
    await expectClean('knip/bin/knip.js', []);
  });
});

/** Where: the import, and the rule that has to refuse it. */
const forbidden: readonly (readonly [file: string, source: string, rule: string])[] = [
  ['src/machine/a.ts', "import '../store/store.ts';", 'src/machine: folders'],
  ['src/machine/b.ts', "import 'zod';", 'src/machine: libraries'],
  ['src/machine/c.ts', "import type { z } from 'zod';\nexport type A = z.ZodType;", 'src/machine: libraries'],
  ['workflows/a.ts', "import 'node:crypto';", 'workflows: node modules'],
  ['workflows/b.ts', "import '@temporalio/common';", 'workflows: libraries'],
  ['activities/nodes/a.ts', "import '../../src/store/store.ts';", 'activities/nodes: folders'],
  ['activities/nodes/b.ts', "import 'undici';", 'activities/nodes: libraries'],
  ['src/people/a.ts', "import '@temporalio/client';", 'src/people: libraries'],
  ['src/inbox/a.ts', "import 'undici';", 'src/inbox: libraries'],
  ['src/inbox/self-test.ts', "import 'pg';", 'src/inbox/[/]*self-test[/]*.ts: libraries'],
  ['src/journey/a.ts', "import '../machine/driver.ts';", 'src/journey: folders'],
  ['src/store/a.ts', "import '../journey/definition.ts';", 'src/store: types of src/journey'],
  ['src/other/a.ts', "import './b.ts';", 'known folder'],
  ['src/http/a.ts', "import './gone.ts';", 'resolvable'],
  ['src/runs/a.ts', "import './b.ts';", 'no cycles'],
  ['src/cli/a.ts', "import 'fast-check';", 'no development dependencies at run time'],
];

const allowed: readonly (readonly [file: string, source: string])[] = [
  ['src/runs/b.ts', "import './a.ts';\nimport '@temporalio/client';\nimport '../../workflows/messages.ts';"],
  [
    'src/store/store.ts',
    "import type { A } from '../messaging/outcomes.ts';\nimport 'kysely';\nexport type B = A;",
  ],
  ['src/inbox/ears-self-test.ts', "import 'undici';\nimport 'zod';"],
  [
    'src/whatsapp/webhook/signature.ts',
    "import { createHmac } from 'node:crypto';\nexport const a = createHmac;",
  ],
  ['workflows/chart-payload-converter.ts', "import '@temporalio/common';\nimport 'xstate';"],
  ['workflows/messages.ts', "import '@temporalio/workflow';\nimport '../src/machine/driver.ts';"],
  ['src/main/a.ts', "import '../store/store.ts';\nimport 'undici';\nimport 'node:fs';"],
  ['src/machine/driver.ts', 'export const a = 1;'],
  ['src/messaging/outcomes.ts', 'export type A = 1;'],
  ['src/journey/definition.ts', 'export type A = 1;'],
  ['src/other/b.ts', 'export const a = 1;'],
];

test('the import rules refuse what the architecture forbids, and nothing else', {
  timeout: timeoutMs,
}, async () => {
  const tree = await mkdtemp(path.join(tmpdir(), 'jornada-imports-'));
  try {
    for (const [file, source] of [...forbidden, ...allowed]) {
      await mkdir(path.join(tree, path.dirname(file)), { recursive: true });
      await writeFile(path.join(tree, file), source);
    }
    for (const file of ['.dependency-cruiser.cjs', 'package.json'])
      await cp(path.join(projectRoot, file), path.join(tree, file));
    await symlink(path.join(projectRoot, 'node_modules'), path.join(tree, 'node_modules'), 'junction');

    const { output } = await runTool(
      dependencyCruiser,
      [...importRules, 'workflows', 'activities', 'src'],
      tree,
    );
    for (const [file, , rule] of forbidden) expect(output).toContain(`error ${rule}: ${file}`);
    const expected = new Set(forbidden.map(([file]) => file));
    const refused = [...output.matchAll(/error .*?: (\S+\.ts)(?= →|$)/gm)].map((match) => match[1] ?? '');
    expect(refused.filter((file) => !expected.has(file))).toEqual([]);
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
});
