// Splits a webhook of Meta into items (F§2). Pure. Never throws: one odd update never costs its batch.

import type { z } from 'zod';
import { splitAccountUpdate, splitNotice } from './account.ts';
import { splitCalls } from './calls.ts';
import { splitCapacity } from './capacity.ts';
import { splitUserIdUpdate } from './identity.ts';
import { ignore } from './ignored.ts';
import type { SplitWebhook, WebhookItem } from './items.ts';
import { splitMessages } from './messages.ts';
import { changeShape, entryShape, envelopeShape, selfTestShape } from './shapes.ts';
import type { FieldContext, SplitField } from './split-field.ts';
import {
  splitTemplateCategory,
  splitTemplateComponents,
  splitTemplateQuality,
  splitTemplateStatus,
} from './templates.ts';
import { splitUserPreferences } from './user-preferences.ts';

/** The fields that we take in; all others are ignored and counted (F§2.5). */
const fields: { readonly [field: string]: SplitField } = {
  messages: splitMessages,
  calls: splitCalls,
  user_id_update: splitUserIdUpdate,
  user_preferences: splitUserPreferences,
  account_update: splitAccountUpdate,
  account_alerts: splitNotice('account_alerts'),
  account_review_update: splitNotice('account_review_update'),
  phone_number_name_update: splitNotice('phone_number_name_update'),
  template_correct_category_detection: splitNotice('template_correct_category_detection'),
  business_capability_update: splitCapacity('business_capability_update'),
  phone_number_quality_update: splitCapacity('phone_number_quality_update'),
  message_template_status_update: splitTemplateStatus,
  message_template_quality_update: splitTemplateQuality,
  template_category_update: splitTemplateCategory,
  message_template_components_update: splitTemplateComponents,
};

/**
 * Splits the parsed JSON of a verified webhook.
 * @param receivedAtMs stands in for the time of a status that carries none; without it such a status is ignored.
 */
export function splitWebhook(body: unknown, receivedAtMs?: number): SplitWebhook {
  const items = itemsOf(body, receivedAtMs);
  return { items, ignored: items.filter((item) => item.kind === 'ignored').length };
}

/** The envelope that our receiver signs and posts to itself (DESIGN 7.2). */
export function toSelfTest(id: string, atMs: number): z.output<typeof selfTestShape> {
  return { object: 'jornada_self_test', id, atMs };
}

function itemsOf(body: unknown, receivedAtMs: number | undefined): WebhookItem[] {
  const selfTest = selfTestShape.safeParse(body);
  if (selfTest.success) {
    const { id, atMs } = selfTest.data;
    return [{ kind: 'self-test', key: `self-test:${id}`, id, atMs }];
  }
  const envelope = envelopeShape.safeParse(body);
  if (!envelope.success) return [ignore('envelope')];
  if (envelope.data.object !== 'whatsapp_business_account') return [ignore('object')];
  return (envelope.data.entry ?? []).flatMap((raw) => {
    const entry = entryShape.safeParse(raw);
    if (!entry.success) return [ignore('entry')];
    return (entry.data.changes ?? []).flatMap((change) =>
      splitChange(change, { accountId: entry.data.id, atMs: entry.data.time ?? receivedAtMs }),
    );
  });
}

function splitChange(raw: unknown, context: FieldContext): readonly WebhookItem[] {
  const change = changeShape.safeParse(raw);
  if (!change.success) return [ignore('change')];
  const { field, value } = change.data;
  const split = Object.hasOwn(fields, field) ? fields[field] : undefined;
  const items = split?.(value, context) ?? [];
  // What has none of the parts that we know is new, and counted all the same.
  return items.length === 0 ? [ignore(field)] : items;
}
