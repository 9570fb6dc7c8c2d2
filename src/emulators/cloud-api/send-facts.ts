// From a well-formed request to everything that admission and rules are asked about.

import type { CloudWorld } from './cloud-world.ts';
import type { CloudMessage } from './messages/message.ts';
import type { Template } from './platform/template.ts';
import { toPricingCategory } from './pricing-category.ts';
import type { RuleFacts } from './rules/rule.ts';
import type { CloudSender } from './webhook-value.ts';

/** A well-formed request to send, of whichever endpoint. */
export interface SendRequest {
  readonly sender: CloudSender;
  readonly message: CloudMessage;
  /** Present when it came to `/marketing_messages`. */
  readonly productPolicy?: 'CLOUD_API_FALLBACK' | 'STRICT';
}

/** The person's phone exists from here on. `to` wins over `recipient` (F§1.2). */
export function toRuleFacts(world: CloudWorld, request: SendRequest): RuleFacts {
  const { platform } = world;
  const { message, sender, productPolicy } = request;
  const accountId = sender.businessAccountId;
  const template = findTemplate(world, message, accountId);
  const category = toPricingCategory({
    message,
    template,
    templateCategories: platform.templateCategories,
    isMarketingApi:
      productPolicy !== undefined && platform.accounts.of(accountId).marketingMessagesApi === 'onboarded',
  });
  const phone = world.phone(message.to ?? message.recipient ?? '');
  return { ...request, phone, platform, template, category };
}

function findTemplate(world: CloudWorld, message: CloudMessage, accountId: string): Template | undefined {
  if (message.type !== 'template') return undefined;
  const { name, language } = message.template;
  return world.platform.templates.matching({ name, language: language.code, accountId })[0];
}
