// Webhooks that somebody makes up, by field: from the few facts that matter to a whole value of Meta's (F§2.5). The
// schemas are the contract of the control API; a field without a builder takes its value as it is.

import * as z from 'zod';
import { EmulatorError } from '../emulator-error.ts';
import { findErrorText } from './error-texts.ts';
import {
  type FieldValue,
  toCapabilityValue,
  toRestrictionValue,
  toTemplateCategoryValue,
  toTemplateComponentsValue,
  toTemplateQualityValue,
  toTemplateStatusValue,
} from './field-values.ts';
import { RESTRICTION_TYPES } from './platform/account.ts';
import { numberPatchSchema } from './platform/number.ts';
import type { Platform } from './platform/platform.ts';
import { type Template, templatePatchSchema } from './platform/template.ts';
import { toMessagesChange } from './webhook-value.ts';

const named = { name: z.string().min(1), language: z.string().optional() };
const qualityScore = templatePatchSchema.shape.qualityScore.unwrap();
const causes = ['FIRST_PAUSE', 'SECOND_PAUSE', 'RATE_LIMITING_PAUSE', 'UNPAUSE', 'DISABLED'] as const;

const SCHEMAS = {
  message_template_status_update: z.strictObject({
    ...named,
    event: z.string().min(1),
    reason: z.string().optional(),
    title: z.enum(causes).optional(),
  }),
  message_template_quality_update: z.strictObject({
    ...named,
    previous: qualityScore.optional(),
    next: qualityScore,
  }),
  /** With `correct` it is the notice of a change to come. */
  template_category_update: z.strictObject({
    ...named,
    next: z.string().min(1),
    correct: z.string().optional(),
  }),
  message_template_components_update: z.strictObject(named),
  account_update: z.strictObject({
    event: z.string().min(1),
    restrictions: z
      .array(
        z.strictObject({
          type: z.enum(RESTRICTION_TYPES),
          expiresAt: z.iso.datetime({ offset: true }).optional(),
        }),
      )
      .optional(),
    banState: z.string().optional(),
    violation: z.string().optional(),
  }),
  account_alerts: z.strictObject({
    type: z.string().min(1),
    severity: z.string().optional(),
    status: z.string().optional(),
  }),
  account_review_update: z.strictObject({ decision: z.string().min(1) }),
  business_capability_update: z.strictObject({
    messagingLimit: numberPatchSchema.shape.messagingLimit.unwrap(),
  }),
  phone_number_quality_update: z.strictObject({
    event: z.string().min(1),
    phoneNumberId: z.string().optional(),
    messagingLimit: numberPatchSchema.shape.messagingLimit,
  }),
  /** An error that belongs to no message. */
  messages: z.strictObject({ code: z.int(), phoneNumberId: z.string().optional() }),
};
const aboutSchema = z.discriminatedUnion('field', [
  entry('message_template_status_update'),
  entry('message_template_quality_update'),
  entry('template_category_update'),
  entry('message_template_components_update'),
  entry('account_update'),
  entry('account_alerts'),
  entry('account_review_update'),
  entry('business_capability_update'),
  entry('phone_number_quality_update'),
  entry('messages'),
]);

function entry<Field extends keyof typeof SCHEMAS>(field: Field) {
  return z.strictObject({
    field: z.literal(field),
    about: SCHEMAS[field],
    accountId: z.string().optional(),
  });
}

/** `value` is sent as it is; `about` is made into one. */
export const webhookOrderSchema = z.union([
  z.strictObject({
    field: z.string().min(1),
    value: z.record(z.string(), z.unknown()),
    accountId: z.string().optional(),
  }),
  aboutSchema,
]);

export type WebhookOrder = z.infer<typeof webhookOrderSchema>;
export const BUILT_FIELDS = Object.keys(SCHEMAS);

/** @throws EmulatorError EMULATOR_TEMPLATE_UNKNOWN, EMULATOR_SENDER_UNKNOWN */
export function toOrderedValue(platform: Platform, order: WebhookOrder): FieldValue {
  if ('value' in order) return order.value;
  switch (order.field) {
    case 'message_template_status_update': {
      const { event, reason = 'NONE', title: cause } = order.about;
      return toTemplateStatusValue(findTemplate(platform, order), event, { cause, reason });
    }
    case 'message_template_quality_update': {
      const template = findTemplate(platform, order);
      return toTemplateQualityValue(
        template,
        order.about.previous ?? template.qualityScore,
        order.about.next,
      );
    }
    case 'template_category_update': {
      const template = findTemplate(platform, order);
      const { next, correct } = order.about;
      const { previous_category: _, ...value } = toTemplateCategoryValue(template, template.category, next);
      return {
        ...value,
        ...(correct === undefined ? { previous_category: template.category } : { correct_category: correct }),
      };
    }
    case 'message_template_components_update':
      return toTemplateComponentsValue(findTemplate(platform, order));
    case 'account_update': {
      const { event, restrictions, banState, violation } = order.about;
      return {
        ...(restrictions !== undefined && toRestrictionValue(restrictions)),
        event,
        ...(banState !== undefined && { ban_info: { waba_ban_state: banState } }),
        ...(violation !== undefined && { violation_info: { violation_type: violation } }),
      };
    }
    case 'account_alerts': {
      const { type, severity = 'INFORMATIONAL', status = 'ACTIVE' } = order.about;
      const alert = { alert_severity: severity, alert_status: status, alert_type: type };
      return {
        entity_type: 'WABA',
        entity_id: platform.accountIdOrThrow(order.accountId),
        alert_info: alert,
      };
    }
    case 'account_review_update':
      return { decision: order.about.decision };
    case 'business_capability_update':
      return toCapabilityValue(order.about);
    case 'phone_number_quality_update': {
      const { event, phoneNumberId, messagingLimit } = order.about;
      const sender = platform.senderOrThrow(phoneNumberId);
      const limit = messagingLimit ?? platform.numbers.of(sender.phoneNumberId).messagingLimit;
      return {
        display_phone_number: sender.displayPhoneNumber,
        event,
        max_daily_conversations_per_business: limit,
      };
    }
    case 'messages': {
      const { title, details } = findErrorText(order.about.code);
      const error = { code: order.about.code, title, message: title, error_data: { details } };
      return toMessagesChange(platform.senderOrThrow(order.about.phoneNumberId), { errors: [error] }).value;
    }
  }
}

function findTemplate(
  platform: Platform,
  {
    about,
    accountId,
  }: {
    readonly about: { name: string; language?: string | undefined };
    readonly accountId?: string | undefined;
  },
): Template {
  const { name, language } = about;
  const [template] = platform.templates.matching({ name, language, accountId });
  if (template !== undefined) return template;
  throw new EmulatorError(
    'EMULATOR_TEMPLATE_UNKNOWN',
    'No account has this template; add it with POST /_emulator/accounts/:id/templates, or send a `value`.',
  );
}
