// All runs of a worker share the workflow code as it was evaluated once (`preloadModules`), so its modules may hold
// nothing of a run: replays that take turns in one worker stay what they were, and modules keep constants only.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { createChartCodec } from '../../activities/engine/chart-codec.ts';
import { installRuntime } from '../../src/main/start-worker.ts';
import { listHistories, parseHistory, readCharts } from './histories.ts';

installRuntime(pino({ level: 'silent' }));

const root = join(import.meta.dirname, '../..');
const files = ['workflows', 'src/machine'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
);

/** Caches by chart, or by a part of one: the same for every run. And a chart's states where it has none. */
const ofCharts = ['machines', 'constants', 'scopes', 'nowhere'];

describe('runs that share the evaluated code', () => {
  test('replay one after the other, forth and back, as each did alone', async () => {
    const charts = readCharts();
    const short = listHistories().filter(({ name }) => !name.startsWith('continued'));
    const inTurns = [...short, ...short.toReversed()].map((stored, nth) => ({
      workflowId: `run:${stored.name}-${nth}`,
      history: parseHistory(stored),
    }));
    const replays = Worker.runReplayHistories(
      {
        workflowBundle: { codePath: inject('stack').workflowBundle },
        dataConverter: { payloadCodecs: [createChartCodec(async (hash) => charts[hash])] },
      },
      inTurns,
    );
    onTestFinished(async () => void (await replays.return?.()));
    const errors: unknown[] = [];
    for await (const { error } of replays) errors.push(error);
    expect(errors).toEqual(inTurns.map(() => undefined));
  }, 60_000);

  test.each(files)('hold nothing of a run in a module: %s', (file) => {
    const source = readFileSync(join(root, file), 'utf8');
    expect(changeable(source).filter((name) => !ofCharts.includes(name))).toEqual([]);
  });

  test('would be caught with a list in a module', () => {
    expect(changeable('const seen: string[] = [];\nexport let last = 0;\nconst b = new Map();')).toEqual([
      'seen',
      'last',
      'b',
    ]);
  });
});

/** Names of a module's own that can be assigned or filled. */
function changeable(source: string): string[] {
  const declared = source.matchAll(/^(?:export )?(let|var|const) (\w+)([^;]*);/gm);
  return [...declared]
    .filter(([, kind, , rest = '']) => kind !== 'const' || isFillable(rest))
    .map(([, , name = '']) => name);
}

function isFillable(rest: string): boolean {
  const isConstant = /as const$|^: Readonly|^: readonly /.test(rest);
  return !isConstant && /= (\[|\{|new (Map|Set|WeakMap|WeakSet|Array)\b)/.test(rest);
}
