import { describe, expect, test } from 'vitest';
import {
  META_RULES,
  QUIET_RULES,
  RULE_NAMES,
  type RuleSettings,
} from '../../../../src/emulators/cloud-api/rules/rule-settings.ts';
import { RIO, ruled } from './ruled.ts';

const onOf = (rules: RuleSettings) => RULE_NAMES.filter((name) => rules[name].on);

describe('the rules', () => {
  test('that are on at the start: those that act when asked, or those that a business meets at Meta', () => {
    const quiet = ['accountRestriction', 'notOnWhatsApp', 'serviceWindow', 'optOut', 'timeToLive'];
    expect(onOf(QUIET_RULES)).toEqual(quiet);
    const never = ['experimentGroup', 'heldForQuality'];
    expect(onOf(META_RULES)).toEqual(RULE_NAMES.filter((name) => !never.includes(name)));
  });

  test('are read, set one by one and taken back over HTTP', async () => {
    const { client, market, emulator } = await ruled({}, { ruleSet: 'meta' });
    const { body } = await client.control('GET', '/rules');
    expect(body).toEqual(META_RULES);
    await client.control('PUT', '/rules/userMarketingLimit', { deliveries: 0 });
    expect(await market(RIO)).toBe(131049);
    await client.control('PUT', '/rules/userMarketingLimit', { on: false });
    expect(await market(RIO)).toBe('delivered');
    expect(emulator.rules.userMarketingLimit).toMatchObject({ on: false, deliveries: 0, perHours: 24 });
    await client.control('POST', '/reset');
    expect(emulator.rules).toEqual(META_RULES);
  });

  test('forget what they counted at a reset', async () => {
    const { market, emulator } = await ruled({ userMarketingLimit: { on: true, deliveries: 1 } });
    expect([await market(RIO), await market(RIO)]).toEqual(['delivered', 131049]);
    emulator.reset();
    expect(await market(RIO)).toBe('delivered');
  });

  test.each([
    ['pairLimits', { on: true }, 'EMULATOR_RULE_UNKNOWN'],
    ['pairLimit', { burst: 0 }, 'EMULATOR_INPUT_INVALID'],
    ['pairLimit', { bursts: 9 }, 'EMULATOR_INPUT_INVALID'],
    ['usPause', { exemptAreaCodes: ['41'] }, 'EMULATOR_INPUT_INVALID'],
  ])('take no %s of %j', async (name, change, code) => {
    const { client } = await ruled({});
    const answer = await client.control('PUT', `/rules/${name}`, change);
    expect(answer).toMatchObject({ status: 400, body: { code, message: expect.stringMatching(/./) } });
  });
});
