import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const journey = 'src/gallery/spring-sale.json';
const given = ['--event', '{"total":45000,"cartId":"c1"}', '--start', '2027-03-01T10:00:00+09:00'];

describe('jornada forecast', { timeout: 60_000 }, () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);
  const forecast = (people: string, ...more: string[]) =>
    runCli(['forecast', journey, '--people', at(people), ...given, ...more]);
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jornada-forecast-'));
    const rows = Array.from(
      { length: 600 },
      (_none, index) => `p${index},+8210${10_000_000 + index},p@example.com`,
    );
    await writeFile(at('many.csv'), `id,phone,email\n${rows.join('\n')}\n`);
    await writeFile(
      at('odd.csv'),
      '\ufeffid,phone,timeZone\np1,+821012345678,\n,1,\np1,2,\np2,3,Mars/Base\np3,4\n',
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('counts everybody, the same for the same seed whatever the threads', async () => {
    const [first, second, other] = await Promise.all([
      forecast('many.csv', '--json'),
      forecast('many.csv', '--json', '--seed', '1'),
      forecast('many.csv', '--json', '--seed', '2'),
    ]);
    expect([first.code, first.stderr]).toEqual([0, '']);
    const report = JSON.parse(first.stdout);
    expect([report.people, report.entered, report.badRows]).toEqual([600, 600, []]);
    expect(JSON.parse(second.stdout)).toEqual(report);
    expect(JSON.parse(other.stdout)).not.toEqual(report);
  });

  it('goes by the rates that it is given', async () => {
    await writeFile(at('rates.json'), '{ "whatsapp": { "failed": { "131026": 1 } } }');
    const { stdout } = await forecast('many.csv', '--rates', at('rates.json'), '--json');
    const { steps } = JSON.parse(stdout);
    expect(steps).toContainEqual({ key: 'offer→undeliverable', count: 600 });
  });

  it('tells the rows that it leaves out, with their lines', async () => {
    const { code, stdout } = await forecast('odd.csv', '--lang', 'en');
    expect(code).toBe(1);
    expect(stdout).toContain('1 person, 1 enters');
    const told = [...stdout.matchAll(/odd\.csv:(\d+):1 ([\w-]+)/g)].map(([, line, problem]) => [
      line,
      problem,
    ]);
    expect(told).toEqual([
      ['3', 'id-missing'],
      ['4', 'id-twice'],
      ['5', 'time-zone'],
      ['6', 'columns'],
    ]);
  });

  it('says in words why people are left out', async () => {
    const { stdout } = await runCli(['forecast', journey, '--people', at('many.csv'), '--lang', 'en']);
    expect(stdout).toContain('600 people, 0 enter');
    expect(stdout).toMatch(/600 {2}100\.0 % {2}entry expression: an expression .* --event\?/);
  });

  it("enters people by the event of the journey's test, and says so", async () => {
    await writeFile(at('english.csv'), 'id,phone,email,locale\np1,+442079460001,p1@example.com,en\n');
    const { code, stdout, stderr } = await runCli([
      ...['forecast', 'src/gallery/cart-recovery-en.json', '--people', at('english.csv'), '--lang', 'en'],
      ...['--start', '2027-03-01T10:00:00+09:00'],
    ]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('1 person, 1 enters')]);
    expect(stderr).toMatch(/Event as in .*cart-recovery-en\.journey-test\.json: ".*--event says another/);
  });

  it('says what a file of people needs', async () => {
    await writeFile(at('none.csv'), 'name\nx\n');
    const { code, stderr } = await forecast('none.csv', '--lang', 'ko');
    expect([code, stderr]).toEqual([2, expect.stringContaining('"id" 열이 없습니다')]);
  });
});
