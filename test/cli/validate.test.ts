import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const invalid = (name: string) => `test/journeys/invalid/${name}.json`;

describe('jornada validate', () => {
  it.each([
    [
      'unknown-node-type',
      '8:24',
      'J301',
      'The node type "whatsap.template" is not known',
      'whatsapp.template',
    ],
    ['edge-to-nowhere', '8:66', 'J303', 'This edge leads to "dome"', 'done'],
    ['wrong-parameter', '11:16', 'J205', '"delivred" is not one of the allowed values', 'delivered'],
    ['broken-json', '5:3', 'J101', 'This is not valid JSON', 'closing brackets'],
  ])('says what, where and what to do for %s', async (name, place, code, message, hint) => {
    const { code: exitCode, stdout } = await runCli(['validate', invalid(name), '--lang', 'en']);
    expect(exitCode).toBe(1);
    const finding = stdout
      .slice(stdout.indexOf(`${invalid(name)}:${place} ${code} ${message}`))
      .split('\n\n')[0];
    expect(finding).toMatch(/\n {2}\d+ \| .*\n {2}\s+\| +\^+\n/);
    expect(finding).toMatch(new RegExp(`\\n  hint: .*${hint}`));
  });

  it.each([
    [
      'unknown-node-type',
      'J301',
      '"whatsap.template" 노드 종류를 알 수 없습니다',
      '혹시 "whatsapp.template"인가요?',
    ],
    ['edge-to-nowhere', 'J303', '그런 노드가 없습니다', '혹시 "done"인가요?'],
    ['wrong-parameter', 'J204', '형식이 맞지 않습니다', '30m, 24h, 7d'],
    ['broken-json', 'J101', '올바른 JSON이 아닙니다', '닫는 괄호'],
  ])('says it in Korean for %s, by LANG', async (name, code, message, hint) => {
    const { code: exitCode, stdout } = await runCli(['validate', invalid(name)], {
      env: { LANG: 'ko_KR.UTF-8' },
    });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(new RegExp(`${code} .*${message}`));
    expect(stdout).toContain(`도움말: `);
    expect(stdout).toContain(hint);
  });

  it('marks the place under Korean letters, which are two columns wide', async () => {
    const { stdout } = await runCli(['validate', '-', '--lang', 'en'], {
      input: '{ "id": "a", "name": "봄", "nodess": 1 }',
    });
    const [, line = '', marks = ''] = stdout.slice(stdout.indexOf(' J201 ')).split('\n');
    expect(marks.indexOf('^')).toBe(line.indexOf('"nodess"') + 1);
  });

  it('prints one object with --json', async () => {
    const { code, stdout } = await runCli(['validate', invalid('edge-to-nowhere'), '--json', '--lang', 'en']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      file: invalid('edge-to-nowhere'),
      id: 'edge-to-nowhere',
      issues: [
        {
          code: 'J303',
          severity: 'error',
          path: ['nodes', 'pause', 'next'],
          range: { line: 8, column: 66, endLine: 8, endColumn: 72 },
          facts: { target: 'dome', suggestion: 'done' },
          message: 'This edge leads to "dome", but there is no such node.',
          hint: 'Did you mean "done"?',
          anchor: '#j303',
        },
      ],
    });
  });

  it('passes a journey of the gallery, with its hash', async () => {
    const { code, stdout, stderr } = await runCli([
      'validate',
      'src/gallery/spring-sale.json',
      '--lang',
      'en',
    ]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^ok src\/gallery\/spring-sale\.json: 6 nodes, 0 warnings, sha256:[0-9a-f]{64}\n {3}at worst, for one person: messages: \d+ \(.*\n$/,
    );
  });

  it('passes a journey with warnings alone, and prints them', async () => {
    const text = readFileSync(new URL('../../src/gallery/flash-deal.json', import.meta.url), 'utf8');
    const input = text.replace('"unresolved": "text", ', '');
    const { code, stdout } = await runCli(['validate', '-', '--lang', 'en'], { input });
    expect(code).toBe(0);
    expect(stdout).toMatch(/J306 warning: .*"unresolved"/);
    expect(stdout).toContain('1 warning,');
  });

  it('lets no control characters of a journey through to the terminal', async () => {
    const input = '{ "id": "a", "na\\u001b[2Jme": "x",\n "\u001b[31mb": 1 }';
    const { stdout } = await runCli(['validate', '-'], { input });
    expect(stdout).not.toContain('\u001b');
  });

  it('writes no colours where it is not on a terminal', async () => {
    const { stdout } = await runCli(['validate', invalid('edge-to-nowhere')], { env: { NO_COLOR: '1' } });
    expect(stdout).not.toContain('\u001b');
  });

  it.each([
    [['validate']],
    [['validate', 'no-such-file.json']],
    [['validate', 'src/gallery/spring-sale.json', '--lang', 'de']],
    [['no-such-command']],
    [['validate', 'src/gallery/spring-sale.json', '--no-such-option']],
  ])('exits 2 when used wrongly: %j', async (args) => {
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: /);
  });

  it('shows an example in its help', async () => {
    const { code, stdout } = await runCli(['validate', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('$ jornada validate spring-sale.json');
  });
});
