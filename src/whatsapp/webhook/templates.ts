// Webhooks about templates: status, quality, category, edited parts (F§2.5). Ids come as integers, languages in two
// spellings (F§2.2); words that we don't know are ignored and counted. Pure.

import { z } from 'zod';
import {
  parseComponents,
  type TemplateComponent,
  toCategory,
  toTemplateLanguage,
  toTemplateStatus,
} from '../templates.ts';
import { fingerprintOf } from './fingerprint.ts';
import { ignore } from './ignored.ts';
import type { WebhookItem } from './items.ts';
import { list, optionalWord, part } from './shapes.ts';
import type { FieldContext, SplitField } from './split-field.ts';
import type { TemplateNews } from './template-news.ts';

const templateShape = z.looseObject({
  message_template_id: optionalWord,
  message_template_name: z.string().min(1),
  message_template_language: z.string().min(1),
});

/** One field: what it tells, or nothing that we know. */
function splitTemplateField(field: string, toNews: (value: object) => TemplateNews | undefined): SplitField {
  return (value, context) => {
    const { success, data } = templateShape.safeParse(value);
    if (!success || context.accountId === undefined || context.atMs === undefined) return [ignore(field)];
    const news = toNews(data);
    return [news === undefined ? ignore(`${field}.unknown`) : toItem(context, { field, value: data, news })];
  };
}

interface Told {
  readonly field: string;
  readonly value: z.infer<typeof templateShape>;
  readonly news: TemplateNews;
}

function toItem(
  { accountId = '', atMs = 0 }: FieldContext,
  { field, value, news }: Told,
): Exclude<WebhookItem, { kind: 'ignored' }> {
  return {
    kind: 'template',
    key: `template:${field}:${accountId}:${atMs}:${fingerprintOf(value)}`,
    atMs,
    accountId,
    id: value.message_template_id,
    name: value.message_template_name,
    language: toTemplateLanguage(value.message_template_language),
    news,
  };
}

/** The events of F§2.5; a new one may mean anything. */
const statuses = new Set([
  'APPROVED',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'PENDING',
  'IN_APPEAL',
  'FLAGGED',
  'LOCKED',
  'LIMIT_EXCEEDED',
  'DELETED',
  'PENDING_DELETION',
  'ARCHIVED',
]);

const statusShape = z.looseObject({
  event: z.string(),
  reason: optionalWord,
  message_template_category: optionalWord,
  other_info: part({ title: optionalWord }),
});

export const splitTemplateStatus = splitTemplateField('message_template_status_update', (value) => {
  const { success, data } = statusShape.safeParse(value);
  const status = success ? toTemplateStatus(data.event) : '';
  if (!success || !statuses.has(status)) return undefined;
  const reason = data.other_info?.title ?? (data.reason === 'NONE' ? undefined : data.reason);
  return { is: 'status', status, reason, category: toCategory(data.message_template_category) };
});

const qualityShape = z.looseObject({ new_quality_score: z.string().min(1) });

export const splitTemplateQuality = splitTemplateField('message_template_quality_update', (value) => {
  const quality = qualityShape.safeParse(value).data?.new_quality_score.toUpperCase();
  return quality === undefined ? undefined : { is: 'quality', quality };
});

const categoryShape = z.looseObject({
  new_category: optionalWord,
  correct_category: optionalWord,
  previous_category: optionalWord,
});

export const splitTemplateCategory = splitTemplateField('template_category_update', (value) => {
  const { new_category, correct_category, previous_category } = categoryShape.parse(value);
  // In a notice `new_category` is the one that still holds.
  const category = toCategory(new_category);
  if (category === undefined) return undefined;
  const [previous, announced] = [toCategory(previous_category), toCategory(correct_category)];
  return { is: 'category', category, previous, announced };
});

const componentsShape = z.looseObject({
  message_template_element: optionalWord,
  message_template_title: optionalWord,
  message_template_buttons: list,
});

const buttonShape = z.looseObject({
  message_template_button_type: z.string(),
  message_template_button_text: optionalWord,
  message_template_button_url: optionalWord,
});

export const splitTemplateComponents = splitTemplateField('message_template_components_update', (value) => {
  const { success, data } = componentsShape.safeParse(value);
  if (!success) return undefined;
  const { message_template_element: body, message_template_title: title } = data;
  const buttons = (data.message_template_buttons ?? []).flatMap(toButton);
  const parts: TemplateComponent[] = [
    ...(title === undefined ? [] : [{ type: 'HEADER', format: 'TEXT', text: title }]),
    ...(body === undefined ? [] : [{ type: 'BODY', text: body }]),
    ...(buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons }]),
  ];
  return parts.length === 0 ? undefined : { is: 'components', components: parseComponents(parts) };
});

function toButton(raw: unknown) {
  const { success, data } = buttonShape.safeParse(raw);
  if (!success) return [];
  const {
    message_template_button_type: type,
    message_template_button_text: text,
    message_template_button_url: url,
  } = data;
  return [{ type, ...(text !== undefined && { text }), ...(url !== undefined && { url }) }];
}
