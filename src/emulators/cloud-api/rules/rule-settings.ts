// The settings of all rules, and the two sets that a start can choose from. Meta's figures are F§1.6 and F§4; what is
// not documented is a setting because of that. The schema is the contract of the control API.

import * as z from 'zod';
import { EmulatorError } from '../../emulator-error.ts';
import { parseControl, withoutUndefined } from '../control-body.ts';
import { AREA_CODES_OUTSIDE_US } from '../countries.ts';
import { accountRestrictionSettings } from './account-restriction.ts';
import { changeWebhooksSettings } from './change-webhooks.ts';
import { experimentGroupSettings } from './experiment-group.ts';
import { heldForQualitySettings } from './held-for-quality.ts';
import { optOutSettings } from './opt-out.ts';
import { pairLimitSettings } from './pair-limit.ts';
import { portfolioLimitSettings } from './portfolio-limit.ts';
import { notOnWhatsAppSettings, timeToLiveSettings } from './reachability.ts';
import { senderThroughputSettings } from './sender-throughput.ts';
import { serviceWindowSettings } from './service-window.ts';
import { templatePauseSettings } from './template-pause.ts';
import { usPauseSettings } from './us-pause.ts';
import { userMarketingLimitSettings } from './user-marketing-limit.ts';

/** In the order in which they are asked about a message. */
const SCHEMAS = {
  accountRestriction: accountRestrictionSettings,
  senderThroughput: senderThroughputSettings,
  pairLimit: pairLimitSettings,
  notOnWhatsApp: notOnWhatsAppSettings,
  serviceWindow: serviceWindowSettings,
  optOut: optOutSettings,
  usPause: usPauseSettings,
  userMarketingLimit: userMarketingLimitSettings,
  experimentGroup: experimentGroupSettings,
  portfolioLimit: portfolioLimitSettings,
  heldForQuality: heldForQualitySettings,
  timeToLive: timeToLiveSettings,
  templatePause: templatePauseSettings,
  changeWebhooks: changeWebhooksSettings,
};
const ruleSettingsSchema = z.strictObject(SCHEMAS);

export type RuleSettings = z.infer<typeof ruleSettingsSchema>;
export type RuleName = keyof RuleSettings;
export const RULE_NAMES = Object.keys(SCHEMAS) as RuleName[];

/** Some settings of one rule; Meta's figures where one was not set. */
export type RulePatch<Name extends RuleName = RuleName> = { [Key in Name]?: Partial<RuleSettings[Key]> };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LIMITED_AREAS_EXEMPT = [
  ...'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
  ...['GB', 'JP', 'KR'],
];

/** Rules that only do something once somebody asks for it are on; whoever scripts each message is not surprised. */
export const QUIET_RULES: RuleSettings = {
  accountRestriction: {
    on: true,
    code: 368,
    softLockCode: 131031,
    utilityCode: 131064,
    directSendCode: 139200,
  },
  senderThroughput: { on: false, standard: 80, high: 1_000, businessApp: 20 },
  pairLimit: { on: false, everyMs: 6_000, burst: 45 },
  notOnWhatsApp: { on: true },
  serviceWindow: { on: true },
  optOut: { on: true },
  usPause: { on: false, exemptAreaCodes: [...AREA_CODES_OUTSIDE_US] },
  userMarketingLimit: {
    on: false,
    deliveries: 2,
    perHours: 24,
    blockHours: 24,
    exemptCountries: LIMITED_AREAS_EXEMPT,
  },
  experimentGroup: { on: false, share: 0.01, phones: [] },
  portfolioLimit: { on: false, people: null, code: 131048, surface: 'webhook' },
  heldForQuality: { on: false, passes: 0, holds: 10, verdict: null, verdictAfterMs: 30 * MINUTE_MS },
  timeToLive: { on: true },
  templatePause: { on: false, firstPauseMs: 3 * HOUR_MS, secondPauseMs: 6 * HOUR_MS },
  changeWebhooks: { on: false },
};

/** As a business meets them at Meta, but for the two that make a first try look broken: experiment group and pacing. */
export const META_RULES: RuleSettings = {
  ...QUIET_RULES,
  senderThroughput: { ...QUIET_RULES.senderThroughput, on: true },
  pairLimit: { ...QUIET_RULES.pairLimit, on: true },
  usPause: { ...QUIET_RULES.usPause, on: true },
  userMarketingLimit: { ...QUIET_RULES.userMarketingLimit, on: true },
  portfolioLimit: { ...QUIET_RULES.portfolioLimit, on: true },
  templatePause: { ...QUIET_RULES.templatePause, on: true },
  changeWebhooks: { on: true },
};

/** The settings with some changed. */
export function mergeRules(settings: RuleSettings, patch: RulePatch): RuleSettings {
  const changed = RULE_NAMES.map((name) => [name, { ...settings[name], ...patch[name] }]);
  return ruleSettingsSchema.parse(Object.fromEntries(changed));
}

/** One rule's new settings, from the control API. @throws EmulatorError EMULATOR_RULE_UNKNOWN, EMULATOR_INPUT_INVALID */
export function parseRuleChange(name: string, body: unknown): RulePatch {
  const known = RULE_NAMES.find((rule) => rule === name);
  if (known === undefined) {
    throw new EmulatorError(
      'EMULATOR_RULE_UNKNOWN',
      `No rule is called "${name}"; see GET /_emulator/rules.`,
    );
  }
  return { [known]: withoutUndefined(parseControl(SCHEMAS[known].partial(), body)) };
}
