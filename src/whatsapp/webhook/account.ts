// The fields about an account: what it may not do any more, and what its operator should know (F§2.5, F§4.7). Lenient: a
// word that we don't know becomes a notice, never a bar. Pure.

import { z } from 'zod';
import type { RestrictionKind } from '../../messaging/sender-facts.ts';
import type { AccountItem, AccountNews, AccountNotice, Bar } from './account-news.ts';
import { fingerprintOf } from './fingerprint.ts';
import { ignore } from './ignored.ts';
import type { WebhookItem } from './items.ts';
import { list, optionalTimestampMs, optionalWord, part } from './shapes.ts';
import type { FieldContext, SplitField } from './split-field.ts';

const updateShape = z.looseObject({
  event: optionalWord,
  restriction_info: list,
  ban_info: part({ waba_ban_state: optionalWord }),
  violation_info: part({ violation_type: optionalWord }),
});

const restrictionShape = z.looseObject({ restriction_type: optionalWord, expiration: optionalTimestampMs });

/** Meta's words for what is barred. Without an end it is the soft lock: somebody has to acknowledge it (F§4.7). */
const barOf = new Map<string, RestrictionKind>(
  Object.entries({
    RESTRICTED_BIZ_INITIATED_MESSAGING: 'business-initiated',
    RESTRICTED_CUSTOMER_INITIATED_MESSAGING: 'customer-initiated',
    RESTRICTED_UTILITY_TEMPLATES: 'utility-templates',
    RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES: 'direct-send',
  }),
);

const closing = new Set(['ACCOUNT_DELETED', 'ACCOUNT_OFFBOARDED']);
const warnings = new Set(['ACCOUNT_VIOLATION', 'PARTNER_REMOVED']);

export const splitAccountUpdate: SplitField = (value, context) => {
  const parsed = updateShape.safeParse(value);
  const event = parsed.data?.event;
  if (!parsed.success || event === undefined) return [ignore('account_update')];
  const types = (parsed.data.restriction_info ?? []).flatMap(toRestriction);
  const banState = parsed.data.ban_info?.waba_ban_state;
  const news = toNews(event, { types, banState });
  const facts = {
    ...(types.length === 0 ? {} : { restrictions: types.map(({ type }) => type).join(', ') }),
    ...endOf(types),
    ...(banState === undefined ? {} : { state: banState }),
    ...factOf('violation', parsed.data.violation_info?.violation_type),
  };
  const isBarred = news.is === 'restricted' || news.is === 'closed';
  const severity = isBarred ? 'critical' : warnings.has(event) || banState !== undefined ? 'warning' : 'info';
  return [
    toAccountItem(context, { field: 'account_update', value, news, notice: { event, severity, facts } }),
  ];
};

interface NamedRestriction {
  readonly type: string;
  readonly untilMs?: number | undefined;
}

function toRestriction(raw: unknown): NamedRestriction[] {
  const { data } = restrictionShape.safeParse(raw);
  return data?.restriction_type === undefined
    ? []
    : [{ type: data.restriction_type, untilMs: data.expiration }];
}

function toNews(
  event: string,
  { types, banState }: { readonly types: readonly NamedRestriction[]; readonly banState: string | undefined },
): AccountNews {
  if (closing.has(event) || banState === 'DISABLE') return { is: 'closed' };
  if (event === 'ACCOUNT_RECONNECTED' || banState === 'REINSTATE') return { is: 'opened' };
  const bars = event === 'ACCOUNT_RESTRICTION' ? types.flatMap(toBar) : [];
  return bars.length === 0 ? { is: 'told' } : { is: 'restricted', bars };
}

function toBar({ type, untilMs }: NamedRestriction): Bar[] {
  const kind = barOf.get(type);
  if (kind === undefined) return [];
  return [{ kind: kind === 'business-initiated' && untilMs === undefined ? 'soft-lock' : kind, untilMs }];
}

function endOf(types: readonly NamedRestriction[]): Record<string, string> {
  const ends = types.flatMap(({ untilMs }) => (untilMs === undefined ? [] : [untilMs]));
  return ends.length === 0 ? {} : { until: new Date(Math.max(...ends)).toISOString() };
}

const noticeShape = z.looseObject({
  event: optionalWord,
  decision: optionalWord,
  entity_type: optionalWord,
  entity_id: optionalWord,
  alert_info: part({ alert_severity: optionalWord, alert_status: optionalWord, alert_type: optionalWord }),
  template_id: optionalWord,
  message_template_id: optionalWord,
  template_name: optionalWord,
  message_template_name: optionalWord,
  correct_category: optionalWord,
  new_category: optionalWord,
});

/** A field that only operators have to hear of. */
export function splitNotice(field: string): SplitField {
  return (value, context) => {
    const { success, data } = noticeShape.safeParse(value);
    if (!success) return [ignore(field)];
    const { alert_info: alert, event, decision } = data;
    const word = alert?.alert_type ?? event ?? decision ?? field.toUpperCase();
    const facts = {
      ...factOf('status', alert?.alert_status),
      ...factOf('severity', alert?.alert_severity),
      ...factOf('entity', alert === undefined ? undefined : data.entity_type),
      ...factOf(
        'template',
        data.message_template_name ?? data.template_name ?? data.message_template_id ?? data.template_id,
      ),
      ...factOf('category', data.correct_category ?? data.new_category),
    };
    const severity = isAlarming(alert?.alert_severity, decision, field) ? 'warning' : 'info';
    return [
      toAccountItem(context, {
        field,
        value,
        news: { is: 'told' },
        notice: { event: word, severity, facts },
      }),
    ];
  };
}

function isAlarming(alert: string | undefined, decision: string | undefined, field: string): boolean {
  if (field === 'template_correct_category_detection' || decision === 'REJECTED') return true;
  return alert === 'CRITICAL' || alert === 'WARNING';
}

export interface AccountChange {
  readonly field: string;
  readonly value: unknown;
  readonly news: AccountNews;
  readonly notice?: AccountNotice;
  readonly displayPhone?: string | undefined;
}

/** An item about the entry's account; ignored where neither it nor the time is known. */
export function toAccountItem(
  { accountId, atMs }: FieldContext,
  { field, value, ...item }: AccountChange,
): AccountItem | WebhookItem {
  if (accountId === undefined || atMs === undefined) return ignore(field);
  // These fields have no ids: the same news at the same moment is the same.
  const key = ['account', field, accountId, atMs, fingerprintOf(value)].join(':');
  return { kind: 'account', key, atMs, accountId, ...item };
}

function factOf(name: string, fact: string | undefined): Record<string, string> {
  return fact === undefined ? {} : { [name]: fact };
}
