import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOrCreateKey } from '../../src/main/dev/own-key.ts';

let folder: string;
const told: string[] = [];
const read = () => readOrCreateKey(join(folder, '.jornada'), ({ en }) => told.push(en));
const file = () => join(folder, '.jornada', 'api-key');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jornada-key-'));
  told.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a key is made once, for this user only, and kept', () => {
  const key = read();
  expect(key).toMatch(/^jk_[\w-]{32}$/);
  expect(read()).toBe(key);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(existsSync(`${file()}.new`)).toBe(false);
  expect(told).toEqual([]);
});

test.each(['', ' \n', 'two words\n', '\0\0\0'])(
  'a file that holds %j gets a new key, and it is told',
  (content) => {
    const before = read();
    writeFileSync(file(), content);
    const key = read();
    expect(key).not.toBe(before);
    expect(readFileSync(file(), 'utf8')).toBe(`${key}\n`);
    expect(told).toEqual([expect.stringContaining('holds no key')]);
  },
);

test('a key that somebody has put there is taken', () => {
  read();
  writeFileSync(file(), '  my-own-key\n');
  expect(read()).toBe('my-own-key');
});
