// `nodes` and `outcomes`, as processes.

import { describe, expect, it } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import { errorTable } from '../../src/whatsapp/error-table.generated.ts';
import { runCli } from '../support/run-cli.ts';

describe('jornada nodes', { timeout: 60_000 }, () => {
  it('lists every node type with an example that fits it', async () => {
    const { code, stdout } = await runCli(['nodes', '--json']);
    expect(code).toBe(0);
    const listed: readonly { readonly type: string; readonly example: unknown }[] = JSON.parse(stdout);
    expect(listed.map(({ type }) => type)).toEqual(nodeTypes.map(({ type }) => type));
    for (const [index, { example }] of listed.entries()) {
      expect(nodeTypes[index]?.config.safeParse(example).success).toBe(true);
    }
  });

  it('shows one in full, in Korean', async () => {
    const { code, stdout } = await runCli(['nodes', 'whatsapp.template', '--lang', 'ko']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^whatsapp\.template · 왓츠앱 템플릿 · 버전 1\n/);
    expect(stdout).toMatch(/template {2}문자열, 필수\n {4}템플릿: Meta에 등록된 템플릿 이름입니다\.\n/);
    expect(stdout).toContain('승인된 템플릿을 왓츠앱으로 보내고');
    expect(stdout).toContain('"type": "whatsapp.template"');
  });

  it("shows every outcome that a type can have, and says where they are the author's to name", async () => {
    const [delay, branch, run, list] = await Promise.all([
      runCli(['nodes', 'delay', '--lang', 'en']),
      runCli(['nodes', 'branch', '--lang', 'en']),
      runCli(['nodes', 'journey.run', '--lang', 'ko']),
      runCli(['nodes', '--lang', 'en']),
    ]);
    expect(delay.stdout).toContain('\nhoped for: done\noutcomes: done, passed, missing\n');
    expect(branch.stdout).toContain(
      '\noutcomes (named by the config; here those of an example): vip, else\n',
    );
    expect(run.stdout).toContain('\n결과: 설정에 따라 다름\n');
    expect(list.stdout).toMatch(/^delay v1 +Wait +done passed missing /m);
    expect(list.stdout).toMatch(/^throttle v1 +Throttle +granted full /m);
    expect(list.stdout).toMatch(/^branch v1 +Branch +\(vip else\) /m);
    expect(list.stdout).toContain('( ) named by the config; here those of an example');
  });

  it('suggests the type that was meant', async () => {
    const { code, stderr } = await runCli(['nodes', 'whatsap.template', '--lang', 'en']);
    expect([code, stderr]).toEqual([
      2,
      'error: there is no node type "whatsap.template". Did you mean whatsapp.template?\n',
    ]);
  });
});

describe('jornada outcomes', { timeout: 60_000 }, () => {
  it("lists every code of Meta's table", async () => {
    const { code, stdout } = await runCli(['outcomes', '--json']);
    expect(code).toBe(0);
    const listed: readonly { readonly code: number }[] = JSON.parse(stdout);
    expect(listed.map((entry) => entry.code)).toEqual(Object.keys(errorTable).map(Number));
    expect(listed.find((entry) => entry.code === 131049)).toEqual({
      code: 131049,
      outcome: 'limit.user',
      class: 'limit',
      retry: 'never',
      memory: 'cooldown',
      retryAfterMs: null,
      title: errorTable[131049]?.title,
    });
  });

  it('filters by code and by outcome, and says which outcomes there are', async () => {
    const [byCode, byOutcome, unknown] = await Promise.all([
      runCli(['outcomes', '130472', '--lang', 'ko']),
      runCli(['outcomes', 'template', '--json']),
      runCli(['outcomes', 'lost', '--lang', 'en']),
    ]);
    expect(byCode.stdout).toMatch(/130472 +experiment +experiment +never +experiment/);
    const outcomes = new Set(JSON.parse(byOutcome.stdout).map(({ outcome }: { outcome: string }) => outcome));
    expect([...outcomes].sort()).toEqual(['template.missing', 'template.params', 'template.paused']);
    expect(unknown.code).toBe(2);
  });

  it.each(['fmt', 'diff', 'export', 'import', 'nodes', 'outcomes'])(
    '%s has help with an example',
    async (name) => {
      const { code, stdout } = await runCli([name, '--help', '--lang', 'ko']);
      expect(code).toBe(0);
      expect(stdout).toContain(`$ jornada ${name}`);
    },
  );
});
