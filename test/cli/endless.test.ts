// A journey that goes around for years: every command that plays it ends, and says where it goes around.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const rests = Array.from({ length: 8 }, (_none, index) => `rest${index}`);
const nodes = rests.map((id, index) => {
  const next = rests[(index + 1) % rests.length];
  const rest = { type: 'delay', with: { for: '1h' } };
  const bounded = { ...rest, maxVisits: 1_000, next: { done: next, exhausted: 'end' } };
  return [id, index === 0 ? bounded : { ...rest, next }];
});
const journey = {
  id: 'endless',
  name: 'Endless',
  entry: { on: { api: true } },
  start: 'rest0',
  nodes: { ...Object.fromEntries(nodes), end: { type: 'exit' } },
};
const around = [...rests, 'rest0'].join(' → ');

describe('an endless journey', { timeout: 120_000 }, () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);
  const write = (name: string, document: object) => writeFile(at(name), JSON.stringify(document, null, 2));
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jornada-endless-'));
    const test = { name: 'ends', world: [], expect: { ended: true } };
    await Promise.all([
      write('endless.json', journey),
      write('script.json', { world: [] }),
      write('endless.journey-test.json', { journey: './endless.json', tests: [test] }),
      writeFile(at('people.csv'), 'id\na\nb\n'),
    ]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['simulate', ['--script', 'script.json'], '5,000'],
    ['simulate', ['--seed', '1', '--json'], '5,000'],
    ['forecast', ['--people', 'people.csv'], '2,000'],
    ['rehearse', ['--script', 'script.json'], '5,000'],
  ])('is told by %s %j at the place where it goes around', async (command, flags, count) => {
    const given = flags.map((flag) => (/\.\w+$/.test(flag) ? at(flag) : flag));
    const { code, stdout, stderr } = await runCli([command, at('endless.json'), ...given, '--lang', 'en']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(
      `endless.json:11:5 SIMULATION_TOO_LONG the run does more than ${count} things (timers and actions); it goes around by ${around}.`,
    );
    expect(stderr).toMatch(/\^\n {2}hint: Lower the maxVisits/);
  });

  it('is told in Korean', async () => {
    const args = ['forecast', at('endless.json'), '--people', at('people.csv'), '--lang', 'ko'];
    const { code, stderr } = await runCli(args);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `여정이 하는 일(타이머와 동작)이 2,000가지를 넘습니다. 되풀이되는 길: ${around}.`,
    );
    expect(stderr).toContain('도움말: 되풀이되는 구간의 maxVisits를 줄이거나');
  });

  it('fails its test', async () => {
    const { code, stdout } = await runCli(['test', folder, '--lang', 'en']);
    expect(code).toBe(1);
    expect(stdout).toContain(
      `✗ ends\n      the run does more than 5,000 things (timers and actions); it goes around by ${around}`,
    );
    expect(stdout).toContain('0 passed, 1 failed');
  });
});
