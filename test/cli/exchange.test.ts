// Commands for what goes in and out of journeys, as processes: fmt, diff, export, import.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const springSale = 'src/gallery/spring-sale.json';
const text = readFileSync(new URL(`../../${springSale}`, import.meta.url), 'utf8');
const untidy = `// 봄\n${JSON.stringify(JSON.parse(text))}`;

function temporary(name: string, content: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'jornada-cli-')), name);
  writeFileSync(file, content);
  return file;
}

describe('jornada fmt', { timeout: 60_000 }, () => {
  it('lays a file out in place, and then finds nothing to do', async () => {
    const file = temporary('spring-sale.json', untidy);
    const checked = await runCli(['fmt', file, '--check', '--lang', 'en']);
    expect([checked.code, checked.stdout]).toEqual([
      1,
      `${file}: is not in the canonical layout; run jornada fmt\n`,
    ]);
    expect(readFileSync(file, 'utf8')).toBe(untidy);
    expect((await runCli(['fmt', file])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(`// 봄\n${text}`);
    const again = await runCli(['fmt', file, '--check', '--json']);
    expect([again.code, JSON.parse(again.stdout)]).toEqual([
      0,
      { ok: true, files: [{ file, changed: false, issues: [] }] },
    ]);
  });

  it('goes from standard input to standard output, and refuses broken JSON with its place', async () => {
    expect((await runCli(['fmt', '-'], { input: untidy })).stdout).toBe(`// 봄\n${text}`);
    const broken = await runCli(['fmt', '-', '--lang', 'en'], { input: '{ "id": }' });
    expect([broken.code, broken.stdout]).toEqual([1, '']);
    expect(broken.stderr).toMatch(/^-:1:9 J101 This is not valid JSON/);
  });
});

describe('jornada diff', { timeout: 60_000 }, () => {
  it('exits 0 for the same meaning and 1 for another, in words', async () => {
    const same = await runCli(['diff', springSale, '-', '--lang', 'en'], { input: untidy });
    expect([same.code, same.stdout]).toEqual([0, 'Both mean the same.\n']);
    const later = await runCli(['diff', springSale, '-', '--lang', 'ko'], {
      input: text.replace('"within": "2h"', '"within": "4h"'),
    });
    expect(later.code).toBe(1);
    expect(later.stdout).toContain('~ offer 노드의 within: "2h" → "4h"\n');
    expect(later.stdout).toContain('진행 중인 사람은 지금 버전에 그대로 남고');
  });

  it('prints one object with --json', async () => {
    const { stdout } = await runCli([
      'diff',
      springSale,
      'src/gallery/flash-deal.json',
      '--json',
      '--lang',
      'en',
    ]);
    const { same, changes, running } = JSON.parse(stdout);
    expect(same).toBe(false);
    expect(changes).toContainEqual({
      kind: 'node-removed',
      node: 'think',
      type: 'wait.event',
      text: 'node think (wait.event) is gone',
    });
    expect(running.vanished).toEqual(['think', 'mail']);
  });
});

describe('jornada export and import', { timeout: 60_000 }, () => {
  it.each([[[]], [['--compiled']]])('brings a journey back from its machine (%s)', async (form) => {
    const machine = await runCli(['export', springSale, '--to', 'xstate', ...form]);
    expect([machine.code, machine.stderr]).toEqual([0, '']);
    const back = await runCli(['import', '-', '--from', 'xstate'], { input: machine.stdout });
    expect(back.code).toBe(0);
    expect(back.stdout).toBe(text);
  });

  it.each([
    ['mermaid', /^---\ntitle: "Spring sale"\n---\nflowchart TD\n/],
    ['svg', /^<svg xmlns=[\s\S]*<\/svg>\n$/],
  ])('draws a journey as %s', async (to, form) => {
    const { code, stdout } = await runCli(['export', springSale, '--to', to]);
    expect(code).toBe(0);
    expect(stdout).toMatch(form);
  });

  it('tells of a foreign machine what has no meaning here', async () => {
    const input = '{ "id": "light", "type": "parallel",\n  "states": { "on": {} } }';
    const { code, stdout } = await runCli(['import', '-', '--from', 'xstate', '--lang', 'en'], { input });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^-:1:1 J701 There is no journey in this machine/);
    expect(stdout).toContain('-:1:18 J702 warning: Parallel states have no meaning in a journey.');
  });

  it('exits 2 for an unknown format and a folder that does not exist, 1 for a journey with errors', async () => {
    const [format, compiled, folder, broken] = await Promise.all([
      runCli(['export', springSale, '--to', 'png']),
      runCli(['export', springSale, '--to', 'svg', '--compiled']),
      runCli(['export', springSale, '--to', 'svg', '-o', '/no-such-folder/x.svg']),
      runCli(['export', 'test/journeys/invalid/edge-to-nowhere.json', '--to', 'svg', '--lang', 'en']),
    ]);
    expect([format, compiled, folder, broken].map(({ code }) => code)).toEqual([2, 2, 2, 1]);
    expect(broken.stderr).toMatch(/edge-to-nowhere\.json:\d+:\d+ J303 /);
  });
});
