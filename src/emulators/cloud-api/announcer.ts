// Tells what changes at the platform by webhooks (F§2.5). What a rule did is told always, what a script or the management
// API did when the rule `changeWebhooks` is on.

import {
  type FieldValue,
  toCapabilityValue,
  toRestrictionValue,
  toTemplateCategoryValue,
  toTemplateComponentsValue,
  toTemplateQualityValue,
  toTemplateStatusValue,
  toThroughputValue,
} from './field-values.ts';
import type { AccountSettings } from './platform/account.ts';
import type { NumberSettings } from './platform/number.ts';
import type { TemplateChange } from './platform/template-registry.ts';
import type { CloudSender } from './webhook-value.ts';

export interface AnnouncerOptions {
  /** Whether changes that no rule made are told. */
  readonly isOn: () => boolean;
  readonly tell: (accountId: string, field: string, value: FieldValue) => void;
}

export class Announcer {
  readonly #options: AnnouncerOptions;

  constructor(options: AnnouncerOptions) {
    this.#options = options;
  }

  templateChanged({ before, after, cause }: TemplateChange): void {
    if (cause === undefined && !this.#options.isOn()) return;
    const tell = (field: string, value: FieldValue) => this.#options.tell(after.accountId, field, value);
    if (before.qualityScore !== after.qualityScore) {
      const value = toTemplateQualityValue(after, before.qualityScore, after.qualityScore);
      tell('message_template_quality_update', value);
    }
    if (before.category !== after.category) {
      tell('template_category_update', toTemplateCategoryValue(after, before.category, after.category));
    }
    if (before.status !== after.status) {
      const { rejectedReason: reason } = after;
      tell('message_template_status_update', toTemplateStatusValue(after, after.status, { cause, reason }));
    }
    if (before.components !== after.components) {
      tell('message_template_components_update', toTemplateComponentsValue(after));
    }
  }

  accountChanged(id: string, before: AccountSettings, after: AccountSettings): void {
    if (!this.#options.isOn()) return;
    const isNew = after.restrictions !== before.restrictions && after.restrictions.length > 0;
    if (isNew) this.#options.tell(id, 'account_update', toRestrictionValue(after.restrictions));
    if (after.softLock && !before.softLock) {
      const value = toRestrictionValue([{ type: 'RESTRICTED_BIZ_INITIATED_MESSAGING' }]);
      this.#options.tell(id, 'account_update', value);
    }
  }

  numberChanged(sender: CloudSender, before: NumberSettings, after: NumberSettings): void {
    if (!this.#options.isOn()) return;
    const { businessAccountId: id, displayPhoneNumber } = sender;
    if (before.messagingLimit !== after.messagingLimit) {
      this.#options.tell(id, 'business_capability_update', toCapabilityValue(after));
    }
    if (before.throughput !== 'HIGH' && after.throughput === 'HIGH') {
      this.#options.tell(id, 'phone_number_quality_update', toThroughputValue(displayPhoneNumber, after));
    }
  }
}
