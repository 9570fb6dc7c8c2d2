// The automatic rules with their settings, in the order in which they are asked; the first verdict counts. A rule that is
// off neither judges nor counts.

import type { Passage } from '../passages.ts';
import type { Phone } from '../phone.ts';
import type { Template } from '../platform/template.ts';
import type { TemplateRegistry } from '../platform/template-registry.ts';
import type { Schedule } from '../schedule.ts';
import type { CloudSender } from '../webhook-value.ts';
import { createAccountRestriction } from './account-restriction.ts';
import { createExperimentGroup } from './experiment-group.ts';
import { createHeldForQuality, type HeldForQuality, type QualityVerdict } from './held-for-quality.ts';
import { createOptOut } from './opt-out.ts';
import { createPairLimit } from './pair-limit.ts';
import { createPortfolioLimit } from './portfolio-limit.ts';
import { createNotOnWhatsApp, createTimeToLive } from './reachability.ts';
import type { FateVerdict, PlatformRule, RuleFacts, RuleVerdict } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { mergeRules, RULE_NAMES, type RuleName, type RulePatch, type RuleSettings } from './rule-settings.ts';
import { createSenderThroughput } from './sender-throughput.ts';
import { createServiceWindow } from './service-window.ts';
import { createTemplatePause } from './template-pause.ts';
import { createUsPause } from './us-pause.ts';
import { createUserMarketingLimit } from './user-marketing-limit.ts';

export interface RuleBookOptions {
  readonly initial: RuleSettings;
  readonly nowMs: () => number;
  readonly schedule: Schedule;
  readonly templates: TemplateRegistry;
  /** Lets a verdict fall on what is held of a template, as `toPaced` calls it. */
  readonly settle: (template: string, verdict: QualityVerdict) => void;
}

type Rules = Record<Exclude<RuleName, 'changeWebhooks'>, PlatformRule> & {
  readonly heldForQuality: HeldForQuality;
};

export class RuleBook {
  readonly #options: RuleBookOptions;
  #settings: RuleSettings;
  #rules: Rules;

  constructor(options: RuleBookOptions) {
    this.#options = options;
    this.#settings = options.initial;
    this.#rules = this.#create();
  }

  get settings(): RuleSettings {
    return this.#settings;
  }

  change(patch: RulePatch): void {
    this.#settings = mergeRules(this.#settings, patch);
  }

  judge(facts: RuleFacts): RuleVerdict | FateVerdict | undefined {
    for (const rule of this.#active()) {
      const verdict = rule.judge(facts);
      if (verdict !== undefined) return verdict;
    }
    return undefined;
  }

  accepted(facts: RuleFacts): void {
    for (const rule of this.#active()) rule.accepted?.(facts);
  }

  delivered(passage: Passage): void {
    for (const rule of this.#active()) rule.delivered?.(passage);
  }

  heard(phone: Phone, sender: CloudSender): void {
    for (const rule of this.#active()) rule.heard?.(phone, sender);
  }

  templateChanged(before: Template, patch: Partial<Template>): void {
    for (const rule of this.#active()) rule.templateChanged?.(before, patch);
  }

  settled(template: string): void {
    this.#rules.heldForQuality.settled(template);
  }

  /** Settings as they were, nothing remembered. */
  reset(): void {
    this.#settings = this.#options.initial;
    this.#rules = this.#create();
  }

  #active(): readonly PlatformRule[] {
    return RULE_NAMES.flatMap((name) =>
      name !== 'changeWebhooks' && this.#settings[name].on ? [this.#rules[name]] : [],
    );
  }

  #create(): Rules {
    const { templates, settle } = this.#options;
    return {
      accountRestriction: createAccountRestriction(this.#context('accountRestriction')),
      senderThroughput: createSenderThroughput(this.#context('senderThroughput')),
      pairLimit: createPairLimit(this.#context('pairLimit')),
      notOnWhatsApp: createNotOnWhatsApp(),
      serviceWindow: createServiceWindow(),
      optOut: createOptOut(),
      usPause: createUsPause(this.#context('usPause')),
      userMarketingLimit: createUserMarketingLimit(this.#context('userMarketingLimit')),
      experimentGroup: createExperimentGroup(this.#context('experimentGroup')),
      portfolioLimit: createPortfolioLimit(this.#context('portfolioLimit')),
      heldForQuality: createHeldForQuality(this.#context('heldForQuality'), settle),
      timeToLive: createTimeToLive(),
      templatePause: createTemplatePause(this.#context('templatePause'), templates),
    };
  }

  #context<Name extends RuleName>(name: Name): RuleContext<RuleSettings[Name]> {
    const { nowMs, schedule } = this.#options;
    return { settings: () => this.#settings[name], nowMs, schedule };
  }
}
