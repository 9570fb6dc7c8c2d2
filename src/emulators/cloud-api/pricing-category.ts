// What a message counts as in the statuses' `pricing` (F§2.3). Pure but for the templates it looks up.

import { findDirectSend } from './admission/direct-send.ts';
import type { CloudMessage } from './messages/message.ts';
import type { Template } from './platform/template.ts';
import type { PricingCategory } from './webhook-value.ts';

export interface CategoryFacts {
  readonly message: CloudMessage;
  readonly template: Template | undefined;
  /** Categories of templates that the account doesn't have, by name. */
  readonly templateCategories: Readonly<Record<string, PricingCategory>>;
  /** Whether the Marketing Messages API carries it (F§1.5). */
  readonly isMarketingApi: boolean;
}

/** A template of which nothing is known counts as marketing. */
export function toPricingCategory(facts: CategoryFacts): PricingCategory {
  const { message, template, templateCategories, isMarketingApi } = facts;
  if (message.type !== 'template') return findDirectSend(message)?.category ?? 'service';
  const category = toKnownCategory(template?.category) ?? templateCategories[message.template.name];
  const isMarketing = category === undefined || category === 'marketing';
  return isMarketing && isMarketingApi ? 'marketing_lite' : (category ?? 'marketing');
}

function toKnownCategory(written: string | undefined): PricingCategory | undefined {
  switch (written?.toUpperCase()) {
    case 'MARKETING':
      return 'marketing';
    case 'UTILITY':
      return 'utility';
    case 'AUTHENTICATION':
      return 'authentication';
    default:
      return undefined;
  }
}
