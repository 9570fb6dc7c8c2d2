import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jornada-rehearse-'));
  const gallery = fileURLToPath(new URL('../../src/gallery/spring-sale.json', import.meta.url));
  writeFileSync(join(folder, 'spring-sale.json'), readFileSync(gallery));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** On the shared servers, in a database of its own. */
function rehearse(world: unknown, ...args: string[]) {
  return rehearseFile('spring-sale.json', world, ...args);
}

function rehearseFile(name: string, world: unknown, ...args: string[]) {
  const { databaseUrl, temporal, workflowBundle } = inject('stack');
  const script = join(folder, 'case.script.json');
  writeFileSync(script, JSON.stringify({ event: { cartId: 'c1', total: 45_000 }, world }));
  return runCli(['rehearse', join(folder, name), '--script', script, ...args], {
    env: {
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_UI_URL: temporal.uiUrl,
      JORNADA_WORKFLOW_BUNDLE: workflowBundle,
    },
  });
}

test('a script is played on the real engine, and the simulator goes the same way', {
  timeout: 60_000,
}, async () => {
  const { code, stdout, stderr } = await rehearse([{ deliver: true }], '--json');
  expect(code, stderr).toBe(0);
  const told = JSON.parse(stdout);
  expect([told.ok, told.outcome, told.differences]).toEqual([true, 'reached', []]);
  expect(told.path).toEqual(['offer→delivered', 'think→timeout', 'text→accepted', 'done→reached']);
});

test('its trace is printed in words, in Korean too', { timeout: 60_000 }, async () => {
  const { code, stdout, stderr } = await rehearse([{ refuse: 131026 }], '--lang', 'ko');
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('시뮬레이터도 같은 길로 갑니다.');
  expect(stdout).toContain('offer→undeliverable');
});

test('a step that met nothing is a finding, as it is for the simulator', { timeout: 60_000 }, async () => {
  const { code, stdout, stderr } = await rehearse([{ refuse: 131026 }, { deliver: true }], '--json');
  expect(code, stderr).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, differences: [], leftover: [{ deliver: true }] });
});

test('chance is not for a rehearsal: a wrong use', async () => {
  const { code, stderr } = await rehearse({ random: { seed: 1 } });
  expect([code, stderr]).toEqual([2, expect.stringContaining('list of steps')]);
});

test('every step is compared, also of a run with many', { timeout: 120_000 }, async () => {
  const count = 60;
  const steps = Array.from({ length: count }, (_none, index) => {
    const next = index + 1 === count ? 'done' : `step${index + 1}`;
    return [`step${index}`, { type: 'set', with: { vars: { last: `${index}` } }, next }] as const;
  });
  const nodes = { ...Object.fromEntries(steps), done: { type: 'exit' } };
  const journey = { id: 'long', name: 'Long', entry: { on: { api: true } }, start: 'step0', nodes };
  writeFileSync(join(folder, 'long.json'), JSON.stringify(journey));
  const { code, stdout, stderr } = await rehearseFile('long.json', [], '--json');
  expect(code, stderr).toBe(0);
  const { differences, path } = JSON.parse(stdout);
  expect([differences, path.length]).toEqual([[], count + 1]);
});
