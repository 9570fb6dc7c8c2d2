// The values of webhooks about templates, numbers and accounts (F§2.5): pure functions from what changed to Meta's JSON,
// for the platform's own changes and for those that somebody makes up.

import type { AccountSettings } from './platform/account.ts';
import type { NumberSettings } from './platform/number.ts';
import type { Template } from './platform/template.ts';
import type { ChangeCause } from './platform/template-registry.ts';

export type FieldValue = Readonly<Record<string, unknown>>;

/** What such webhooks say of a template; its id is a number here (F§2.2). */
type NamedTemplate = Pick<Template, 'id' | 'name' | 'language'>;

function toTemplateIds({ id, name, language }: NamedTemplate): FieldValue {
  return {
    message_template_id: Number(id),
    message_template_name: name,
    message_template_language: language,
  };
}

export function toTemplateStatusValue(
  template: NamedTemplate & Pick<Template, 'category'>,
  event: string,
  { cause, reason = 'NONE' }: { readonly cause?: ChangeCause | undefined; readonly reason?: string } = {},
): FieldValue {
  return {
    event,
    ...toTemplateIds(template),
    message_template_category: template.category,
    reason,
    ...(cause !== undefined && { other_info: { title: cause } }),
  };
}

export function toTemplateQualityValue(template: NamedTemplate, previous: string, next: string): FieldValue {
  return { ...toTemplateIds(template), previous_quality_score: previous, new_quality_score: next };
}

export function toTemplateCategoryValue(template: NamedTemplate, previous: string, next: string): FieldValue {
  return { ...toTemplateIds(template), previous_category: previous, new_category: next };
}

export function toTemplateComponentsValue({ components = [], ...template }: Template): FieldValue {
  const textOf = (type: string) => components.find((part) => part.type === type)?.text;
  const [title, body, footer] = ['HEADER', 'BODY', 'FOOTER'].map(textOf);
  const buttons = components.find((part) => part.type === 'BUTTONS')?.buttons;
  return {
    ...toTemplateIds(template),
    ...(title !== undefined && { message_template_title: title }),
    ...(body !== undefined && { message_template_element: body }),
    ...(footer !== undefined && { message_template_footer: footer }),
    ...(buttons !== undefined && {
      message_template_buttons: buttons.map(({ type, text, url }) => ({
        message_template_button_type: type,
        message_template_button_text: text,
        message_template_button_url: url,
      })),
    }),
  };
}

/** Bars without an end are the soft lock's shape too (F§4.7); expirations are Unix seconds. */
export function toRestrictionValue(restrictions: AccountSettings['restrictions']): FieldValue {
  return {
    event: 'ACCOUNT_RESTRICTION',
    restriction_info: restrictions.map(({ type, expiresAt }) => ({
      restriction_type: type,
      ...(expiresAt !== undefined && { expiration: Math.floor(Date.parse(expiresAt) / 1000) }),
    })),
  };
}

export function toCapabilityValue({ messagingLimit }: Pick<NumberSettings, 'messagingLimit'>): FieldValue {
  return {
    max_daily_conversations_per_business: messagingLimit,
    max_phone_numbers_per_business: 20,
    max_phone_numbers_per_waba: 20,
  };
}

export function toThroughputValue(
  displayPhoneNumber: string,
  { messagingLimit }: Pick<NumberSettings, 'messagingLimit'>,
): FieldValue {
  return {
    display_phone_number: displayPhoneNumber,
    event: 'THROUGHPUT_UPGRADE',
    max_daily_conversations_per_business: messagingLimit,
  };
}
