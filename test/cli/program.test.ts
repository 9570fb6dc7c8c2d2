import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/program.ts';
import { runCli } from '../support/run-cli.ts';

describe('jornada', () => {
  it('lists every command, in the language asked for', async () => {
    const [english, korean] = await Promise.all([
      runCli(['--help', '--lang', 'en']),
      runCli(['--help', '--lang', 'ko']),
    ]);
    expect([english.code, korean.code]).toEqual([0, 0]);
    expect(korean.stdout).toContain('사용법:');
    for (const { name } of commands) {
      expect(english.stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
      expect(korean.stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    }
  });

  it('has commands that speak Korean where they speak English', () => {
    const texts = commands.flatMap((command) => [
      command.about,
      command.json,
      ...(command.arguments ?? []).map(({ about }) => about),
      ...(command.options ?? []).map(({ about }) => about),
    ]);
    expect(texts.filter(({ ko }) => !/[가-힣]/.test(ko))).toEqual([]);
    expect(texts.filter(({ en }) => en === '' || /[가-힣]/.test(en))).toEqual([]);
  });

  it('has commands whose examples are of the command itself', () => {
    const examples = commands.flatMap(({ name, examples }) => examples.map((example) => [name, example]));
    expect(examples.filter(([name = '', example]) => !example?.startsWith(name))).toEqual([]);
  });

  it.each([
    [['validate', '--nope', '--lang', 'ko'], "오류: '--nope' 옵션은 없습니다."],
    [['valdate', '--lang=ko'], "오류: 'valdate' 명령은 없습니다.\n(혹시 validate?)"],
    [['validate', '--lang', 'ko'], "오류: 인수 'files'이(가) 필요합니다."],
    [['validate', 'no-such.json', '--lang', 'ko'], '오류: no-such.json 파일을 읽을 수 없습니다.'],
  ])('says in Korean what is wrong with %j', async (args, message) => {
    const { code, stderr } = await runCli(args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('says its version', async () => {
    const { code, stdout } = await runCli(['--version']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });
});
