// What a browser has to load before a journey can be edited: little, and nothing that most visits don't need.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCanvas } from '../../support/built-canvas.ts';
import { type Chunk, readChunks } from '../../support/chunk-list.ts';

const budgetKb = 450;
/** The page, and the screen that an address of a journey opens. */
const first = ['src/canvas/index.html', 'src/canvas/journey-screen.tsx'];
/** Needed by some visits only. */
const later = ['/@codemirror/', '/src/canvas/export/', '/src/canvas/json/json-editor.tsx'];
/** Has its own thread, and asks the server for nothing. */
const worker = /^worker-.*\.js$/;

describe('the JavaScript that comes before a journey can be edited', () => {
  let folder: string;
  let initial: readonly Chunk[];
  beforeAll(async () => {
    folder = await buildCanvas();
    initial = closure(readChunks(folder));
  }, 120_000);

  test('is at most 450 KB, compressed', () => {
    const kb = sum(initial.map(({ file }) => gzippedKb(join(folder, file))));
    const assets = join(folder, 'assets');
    const workerKb = sum(
      readdirSync(assets)
        .filter((name) => worker.test(name))
        .map((name) => gzippedKb(join(assets, name))),
    );
    process.stderr.write(
      `Initial JavaScript ${kb.toFixed(0)} KB gzip; the worker ${workerKb.toFixed(0)} KB.\n`,
    );
    expect(workerKb).toBeGreaterThan(0);
    expect(kb).toBeLessThanOrEqual(budgetKb);
  });

  test.each(later)('has nothing of %s', (place) => {
    const all = readChunks(folder).flatMap(({ modules }) => modules);
    expect(all.some((module) => module.includes(place))).toBe(true);
    expect(initial.flatMap(({ modules }) => modules).filter((module) => module.includes(place))).toEqual([]);
  });
});

/** The first chunks and all that they import, but not what they ask for later. */
function closure(chunks: readonly Chunk[]): readonly Chunk[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]));
  const found = new Set(
    first.map((source) => {
      const chunk = chunks.find(({ modules }) => modules.some((module) => module.endsWith(source)));
      expect(chunk, `no chunk has ${source}`).toBeDefined();
      return chunk;
    }),
  );
  for (const chunk of found) for (const file of chunk?.imports ?? []) found.add(byFile.get(file));
  return [...found].filter((chunk) => chunk !== undefined);
}

function gzippedKb(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length / 1_024;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
