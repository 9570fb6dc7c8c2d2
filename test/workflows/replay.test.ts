// Recorded runs still replay with today's workflow code, and code that would do something else is caught.

import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { pino } from 'pino';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { hashJson } from '../../src/journey/hash.ts';
import { installRuntime } from '../../src/main/start-worker.ts';
import { listHistories, parseHistory, readCharts, replay } from './histories.ts';
import { recordedRuns } from './recorded-runs.ts';

installRuntime(pino({ level: 'silent' }));
const charts = readCharts();
const histories = listHistories();

describe('a recorded run', () => {
  test.each(histories)('replays: $name', async (history) => {
    await replay(parseHistory(history), { bundle: inject('stack').workflowBundle, charts });
  });

  test.each(histories)('holds no personal data: $name', ({ text }) => {
    const readable = [text, ...decoded(JSON.parse(text))].join('\n');
    expect(readable).not.toMatch(
      /\+?82-?10\d{8}|\+1\d{10}|wamid|Haneul|Hello|guest-\d|@people|@[a-z]+\.example/,
    );
  });

  test.each(histories)('names no machine: $name', ({ text }) => {
    expect(text).not.toMatch(/"identity":"(?!recorded")/);
  });

  test('is there for every situation', () => {
    const names = histories.map(({ name }) => name);
    const { continued: _long, ...short } = recordedRuns;
    expect(names.sort()).toEqual([...Object.keys(short), 'continued-1', 'continued-2'].sort());
  });

  test('has its chart beside it, under the hash of what it says', () => {
    expect(Object.entries(charts).map(([hash, chart]) => hash === hashJson(chart))).not.toContain(false);
  });
});

describe('a change of the workflow code', () => {
  test('that sets one more timer is caught by every recorded run', async () => {
    const changed = await bundleOf((source) =>
      source.replace('  for (;;) {', '  await condition(() => false, 1);\n  for (;;) {'),
    );
    for (const history of histories) {
      const replaying = replay(parseHistory(history), { bundle: changed, charts });
      await expect(replaying, history.name).rejects.toThrow(DeterminismViolationError);
    }
  }, 60_000);
});

/** A bundle of a copy of the workflow code in which `journey-run.ts` was changed. */
async function bundleOf(change: (source: string) => string): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'jornada-changed-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const root = join(import.meta.dirname, '../..');
  for (const folder of ['workflows', 'src/machine'])
    cpSync(join(root, folder), join(dir, folder), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  const file = join(dir, 'workflows/journey-run.ts');
  const source = readFileSync(file, 'utf8');
  const changed = change(source);
  expect(changed).not.toBe(source);
  writeFileSync(file, changed);
  const workflowsPath = join(dir, 'workflows/index.ts');
  const payloadConverterPath = join(dir, 'workflows/payload-converter.ts');
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    payloadConverterPath,
    preloadModules: [workflowsPath, payloadConverterPath],
    logger: new DefaultLogger('ERROR'),
  });
  writeFileSync(join(dir, 'bundle.js'), code);
  return join(dir, 'bundle.js');
}

/** Everything that a payload says, readable. */
function decoded(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { data } = value as { readonly data?: unknown };
  const own = typeof data === 'string' ? [Buffer.from(data, 'base64').toString('utf8')] : [];
  return [...own, ...Object.values(value).flatMap(decoded)];
}
