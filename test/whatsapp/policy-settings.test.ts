import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultPolicySettings, policySettingsSchema } from '../../src/whatsapp/policy-settings.ts';

test('a file says only what differs from the defaults', () => {
  const { cooldown, ...others } = policySettingsSchema.parse({ cooldown: { longestHours: 72 } });
  expect(cooldown).toEqual({ ...defaultPolicySettings.cooldown, longestHours: 72 });
  const { cooldown: _cooldown, ...defaults } = defaultPolicySettings;
  expect(others).toEqual(defaults);
});

test.each([
  ['a cool-down shorter than Meta asks for', { cooldown: { firstHours: 23 } }],
  ['a region that we know no numbers of', { cooldown: { exemptRegions: ['XX'] } }],
  ['a date without a zone', { usPause: { until: '2027-07-01' } }],
  ['a word that is misspelt', { cooldwn: {} }],
  ['a code that is none', { portfolio: { limitCodes: ['full'] } }],
  ['an empty keyword', { keywords: { optOut: [' '] } }],
])('%s is refused', (_what, input) => {
  expect(policySettingsSchema.safeParse(input).success).toBe(false);
});

test('the page of the settings names each of them with its default', () => {
  const page = readFileSync(new URL('../../docs/policy-settings.md', import.meta.url), 'utf8');
  const rows = new Map(
    [...page.matchAll(/^\| `([a-zA-Z.]+)` \| (.+?) \|/gm)].map(([, name = '', told = '']) => [name, told]),
  );
  const settings = Object.entries(defaultPolicySettings).flatMap(([group, values]) =>
    Object.entries(values).map(([name, value]) => [`${group}.${name}`, value] as const),
  );
  expect([...rows.keys()].sort()).toEqual([...settings.map(([name]) => name), 'usPause.until'].sort());
  for (const [name, value] of settings) {
    const told = rows.get(name);
    if (name === 'usPause.from') expect(Date.parse(JSON.parse(told?.slice(1, -1) ?? ''))).toBe(value);
    else if (name === 'cooldown.exemptRegions') expect(told).toBe('EEA, GB, JP, KR');
    else if (Array.isArray(value) && value.length > 0) expect(told).toBe(value.join(', '));
    else expect([name, told]).toEqual([name, `\`${JSON.stringify(value)}\``]);
  }
});
