import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

describe('jornada init', () => {
  let folder: string;
  const at = (...parts: string[]) => path.join(folder, ...parts);
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jornada-init-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('makes a project whose journey is valid, and says what to do next', async () => {
    const { code, stdout, stderr } = await runCli(['init', at('shop'), '--lang', 'en']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('npx jornada validate journeys');
    expect(stdout).toMatch(/npx jornada simulate journeys\/[a-z-]+\.json\n/);
    const { code: validCode, stdout: report } = await runCli([
      'validate',
      at('shop/journeys/cart-recovery-en.json'),
    ]);
    expect([validCode, report]).toEqual([0, expect.stringMatching(/^ok /)]);
    const tests = await runCli(['test', at('shop'), '--json']);
    expect(JSON.parse(tests.stdout)).toMatchObject({ ok: true, failed: 0 });
    expect(await readFile(at('shop/journey.v1.json'), 'utf8')).toContain('"partner.notify"');
    expect(JSON.parse(await readFile(at('shop/package.json'), 'utf8'))).toMatchObject({
      name: 'shop',
      private: true,
      type: 'module',
      dependencies: { jornada: expect.stringMatching(/^file:/) },
    });
  });

  it('writes in Korean for --lang ko, and lists its files with --json', async () => {
    const { code, stdout } = await runCli(['init', at('shop-ko'), '--lang', 'ko', '--json']);
    expect(code).toBe(0);
    const { folder: made, files } = JSON.parse(stdout);
    expect(made).toBe(at('shop-ko'));
    expect(files).toContain('journeys/cart-recovery.json');
    expect(await readFile(at('shop-ko/README.md'), 'utf8')).toContain('직접 만든 노드 종류');
  });

  it('starts with the journey that was asked for, and names those there are', async () => {
    await runCli(['init', at('deal'), '--journey', 'welcome', '--lang', 'en']);
    expect(await readFile(at('deal/journeys/welcome-en.json'), 'utf8')).toContain('"../journey.v1.json"');
    const { code, stderr } = await runCli(['init', at('none'), '--journey', 'no-such', '--lang', 'en']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('cart-recovery-en')]);
  });

  it('refuses a folder that is not empty', async () => {
    await mkdir(at('full'));
    await writeFile(at('full/notes.txt'), '');
    const { code, stderr } = await runCli(['init', at('full'), '--lang', 'en']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not empty (notes.txt)')]);
  });

  it('goes into a folder where npm has been, and keeps what its package.json says', async () => {
    await mkdir(at('npm/node_modules'), { recursive: true });
    await writeFile(at('npm/package.json'), '{"name":"mine","dependencies":{"jornada":"1.2.3"}}');
    const { code } = await runCli(['init', at('npm')]);
    expect(code).toBe(0);
    expect(JSON.parse(await readFile(at('npm/package.json'), 'utf8'))).toMatchObject({
      name: 'mine',
      type: 'module',
      dependencies: { jornada: '1.2.3' },
    });
  });

  describe('a project with node types of its own', () => {
    const journey = (type: string) =>
      JSON.stringify({
        id: 'own',
        name: 'Own',
        entry: { on: { api: true } },
        start: 'tell',
        nodes: {
          tell: {
            type,
            with: { url: 'https://partner.example', note: 'x' },
            next: { told: 'end', busy: 'end' },
          },
          end: { type: 'exit', with: { as: 'done' } },
        },
      });

    beforeAll(async () => {
      await runCli(['init', at('own')]);
      await mkdir(at('own/node_modules'), { recursive: true });
      await symlink(path.resolve('.'), at('own/node_modules/jornada'), 'junction');
      await writeFile(at('own/journeys/own.json'), journey('partner.notify'));
    });

    it('validates journeys that use them, from any folder below', async () => {
      const { code, stdout, stderr } = await runCli(['validate', at('own/journeys/own.json')]);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^ok /);
    });

    it('still reports a type that nobody defines', async () => {
      await writeFile(at('own/journeys/odd.json'), journey('partner.notfy'));
      const { code, stdout } = await runCli(['validate', at('own/journeys/odd.json')]);
      expect([code, stdout]).toEqual([
        1,
        expect.stringMatching(/J301.*partner\.notfy(.|\n)*partner\.notify/),
      ]);
    });

    it('says when its configuration cannot be loaded', async () => {
      await mkdir(at('broken'));
      await writeFile(at('broken/jornada.config.ts'), "export default { nodes: 'none' };\n");
      await writeFile(at('broken/own.json'), journey('partner.notify'));
      const { code, stderr } = await runCli(['validate', at('broken/own.json'), '--lang', 'en']);
      expect([code, stderr]).toEqual([2, expect.stringContaining('exports no configuration')]);
    });
  });
});
