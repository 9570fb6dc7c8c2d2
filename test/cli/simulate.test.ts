import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const journey = 'src/gallery/spring-sale.json';
const event = ['--event', '{"total":45000,"cartId":"c1"}'];

describe('jornada simulate and test', { timeout: 60_000 }, () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jornada-simulate-'));
    await writeFile(at('limit.json'), '{ "world": [{ "refuse": 131049 }], /* the limit */ }');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('plays a script and shows each message as its person reads it', async () => {
    const args = ['simulate', journey, '--script', at('limit.json'), ...event, '--lang', 'ko'];
    const { code, stdout } = await runCli(args);
    expect(code).toBe(0);
    expect(stdout).toContain('offer→limit.user, text→accepted, done→reached');
    expect(stdout).toContain('[봄마켓] 고객님');
  });

  it('takes person and event of the test beside the journey where none are given', async () => {
    const args = ['simulate', 'src/gallery/cart-recovery-en.json', '--seed', '3', '--lang', 'en'];
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stdout]).toEqual([0, expect.stringContaining('cool → done')]);
    expect(stderr).toMatch(/^Person and event as in src\/gallery\/cart-recovery-en\.journey-test\.json: "/);
  });

  it('saves what happened as a test that passes, and fails once the journey is expected otherwise', async () => {
    const saved = at('spring-sale.journey-test.json');
    const script = ['--script', at('limit.json'), '--save', saved];
    await runCli(['simulate', journey, ...script, ...event]);
    const passed = await runCli(['test', folder, '--lang', 'en']);
    expect([passed.code, passed.stdout]).toEqual([0, expect.stringContaining('1 passed, 0 failed')]);
    const text = await readFile(saved, 'utf8');
    await writeFile(saved, text.replace('"offer→limit.user"', '"offer→delivered"'));
    const failed = await runCli(['test', folder, '--lang', 'en']);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toMatch(/- offer→delivered\n +\+ offer→limit\.user\n/);
    expect(failed.stdout).toMatch(/edges taken 2\/\d+/);
  });

  it('gives the same run for the same seed, as one object with --json', async () => {
    const args = ['simulate', journey, '--seed', '7', '--json', ...event];
    const [first, second] = await Promise.all([runCli(args), runCli(args)]);
    const { ok, entered, path: way } = JSON.parse(first.stdout);
    expect([ok, entered]).toEqual([true, true]);
    expect(JSON.parse(second.stdout).path).toEqual(way);
  });

  it('says where a script is wrong, with its line', async () => {
    await writeFile(at('wrong.json'), '{\n  "world": [{ "at": "2x", "deliver": true }]\n}');
    const { code, stderr } = await runCli([
      'simulate',
      journey,
      '--script',
      at('wrong.json'),
      '--lang',
      'en',
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/wrong\.json:2:21 J204 "2x" .*\n {2}2 \| .*\n.*\^\n {2}hint: .*30m, 24h/);
  });

  it('says in Korean what was meant in a script', async () => {
    const person = { id: 'a', timeZone: 'Asia/Seol' };
    const world = [{ delivr: true }];
    await writeFile(at('slips.json'), JSON.stringify({ start: 'Monday', person, world }, null, 2));
    const args = ['simulate', journey, '--script', at('slips.json'), '--lang', 'ko'];
    const { code, stderr } = await runCli(args);
    expect(code).toBe(1);
    expect(stderr.match(/slips\.json:.*|도움말: .*/g)).toEqual([
      'slips.json:2:12 J204 "Monday"의 형식이 맞지 않습니다.',
      '도움말: 필요한 형식: 2027-03-01T10:00:00+09:00처럼 시차까지 쓴 시각.',
      'slips.json:5:17 J212 "Asia/Seol" 시간대를 알 수 없습니다.',
      '도움말: 혹시 "Asia/Seoul"인가요?',
      'slips.json:9:7 J201 "delivr" 필드는 여기에서 쓰지 않습니다.',
      '도움말: 혹시 "deliver"인가요?',
    ]);
  });

  it('reports a step that met nothing, and a person who cannot enter for want of data', async () => {
    await writeFile(at('late.json'), '{ "world": [{ "refuse": 131049 }, { "at": "9h", "inbound": "?" }] }');
    const late = await runCli(['simulate', journey, '--script', at('late.json'), ...event, '--lang', 'en']);
    expect([late.code, late.stdout]).toEqual([1, expect.stringContaining('met nothing: {"inbound":"?"}')]);
    const refused = await runCli(['simulate', journey, '--script', at('limit.json'), '--lang', 'en']);
    expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('--event')]);
  });

  it('asks nothing without a terminal', async () => {
    const { code, stderr } = await runCli(['simulate', journey, '--lang', 'en']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--script')]);
  });
});
