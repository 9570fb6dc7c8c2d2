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
  ['an empty keyword', { keywords: { optOut: [' '] } }],
])('%s is refused', (_what, input) => {
  expect(policySettingsSchema.safeParse(input).success).toBe(false);
});
