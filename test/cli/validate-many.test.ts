import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCli } from '../support/cli-process.ts';
import { runCli } from '../support/run-cli.ts';

const gallery = 'src/gallery/spring-sale.json';

describe('jornada validate, for more than one journey', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jornada-validate-'));
    await copyFile(gallery, path.join(folder, 'sale.json'));
    await writeFile(path.join(folder, 'people.json'), '[]');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('checks the journeys of a folder and leaves other files alone', async () => {
    const { code, stdout } = await runCli(['validate', folder, '--json']);
    expect(code).toBe(0);
    const { ok, journeys } = JSON.parse(stdout);
    expect(ok).toBe(true);
    expect(journeys.map(({ file }: { file: string }) => path.basename(file))).toEqual(['sale.json']);
  });

  it('fails when one of several has errors, and still reports the others', async () => {
    const bad = 'test/journeys/invalid/edge-to-nowhere.json';
    const { code, stdout } = await runCli(['validate', gallery, bad, '--lang', 'en']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ok src\/gallery/);
    expect(stdout).toMatch(/^failed .*edge-to-nowhere\.json: 1 error/m);
  });

  it('says so when a folder has no journey', async () => {
    const { code, stderr } = await runCli(['validate', 'test/support', '--lang', 'en']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('no journey in test/support')]);
  });

  it.each(['-', 'no-such.json'])('refuses to watch %s', async (file) => {
    const { code, stderr } = await runCli(['validate', file, '--watch', '--lang', 'en']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--watch needs files or folders')]);
  });

  it('checks again with --watch when the file changes, until it is interrupted', async () => {
    const file = path.join(folder, 'sale.json');
    const watching = startCli(['validate', file, '--watch', '--lang', 'en']);
    await watching.until(/^ok [\s\S]*Waiting for changes/);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"start"', '"stat"'));
    expect(await watching.until(/^failed [\s\S]*Waiting for changes/)).toContain('start');
    expect(await watching.interrupt()).toBe(0);
  });
});
