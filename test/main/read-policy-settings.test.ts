import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPolicySettings } from '../../src/main/read-policy-settings.ts';
import { defaultPolicySettings } from '../../src/whatsapp/policy-settings.ts';

async function fileOf(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'policy-')), 'policy.json');
  await writeFile(file, text);
  return file;
}

test('without a file the defaults hold', async () => {
  expect(await readPolicySettings(undefined)).toBe(defaultPolicySettings);
});

test('a file sets what it names', async () => {
  const file = await fileOf('{ "usPause": { "until": "2027-07-01T00:00:00Z", "wait": true } }');
  const { usPause } = await readPolicySettings(file);
  expect(usPause).toMatchObject({ until: Date.parse('2027-07-01T00:00:00Z'), wait: true });
});

test.each([
  ['{ "cooldown": { "firstHours": 1 } }', /cooldown\.firstHours/],
  ['{ not json', /not JSON/],
])('%s is refused with its place', async (text, problem) => {
  const file = await fileOf(text);
  await expect(readPolicySettings(file)).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringMatching(problem),
  });
});

test('a file that is not there is refused', async () => {
  await expect(readPolicySettings(join(tmpdir(), 'nowhere', 'policy.json'))).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
  });
});
