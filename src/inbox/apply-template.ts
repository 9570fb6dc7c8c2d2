// Applies what Meta tells about a template (F§2.5): the row, a notice for operators, and whoever waits is woken. An older
// webhook changes nothing that a newer one said.

import { addNotice } from '../store/notices.ts';
import { listSendersOfAccount } from '../store/senders.ts';
import type { StoreTransaction } from '../store/store.ts';
import { hastenTemplateSync } from '../store/template-sync.ts';
import { tellTemplate } from '../store/templates.ts';
import type { TemplateTold } from '../whatsapp/template-state.ts';
import type { TemplateItem } from '../whatsapp/webhook/template-news.ts';
import type { ApplyItem } from './apply-batch.ts';
import { wakeTemplate } from './wake-template.ts';

/** Applier of `template` items. Accounts that are not ours are left alone. */
export const applyTemplate: ApplyItem = async (trx, { payload }) => {
  const item = payload as unknown as TemplateItem;
  const { accountId, name, language, news, atMs: at, id } = item;
  if ((await listSendersOfAccount(trx, accountId)).length === 0) return [];
  const key = { accountId, name, language };
  // Without a category of its own: what a status says in passing may be older than what a change of category said.
  const { before, after } = await tellTemplate(trx, key, { at, id, ...toTold(item) });
  const tellsCategory =
    news.is === 'status' && news.category !== undefined && before.categoryAt === undefined;
  const last = tellsCategory
    ? await tellTemplate(trx, key, { at, category: { now: news.category } })
    : { after };
  await addNoticeOf(trx, item);
  await wakeTemplate(trx, key, { before, after: last.after });
  // An edit names some parts only; the list has all of them.
  if (news.is === 'components') await hastenTemplateSync(trx, accountId);
  return [];
};

function toTold({ news }: TemplateItem): Omit<TemplateTold, 'at' | 'id'> {
  switch (news.is) {
    case 'status':
      return { status: { word: news.status, reason: news.reason } };
    case 'quality':
      return { quality: news.quality };
    case 'category': {
      const { category: now, previous, announced } = news;
      return { category: { now, previous, announced } };
    }
    case 'components':
      return { parts: { components: news.components, whole: false } };
  }
}

/** What stops or may soon stop messages, or makes them dearer. */
async function addNoticeOf(trx: StoreTransaction, item: TemplateItem): Promise<void> {
  const { accountId: scopeId, atMs, name, language } = item;
  const told = toNotice(item);
  if (told === undefined) return;
  const { event, severity, ...more } = told;
  const facts = { template: name, language, ...more.facts };
  await addNotice(trx, { scope: 'account', scopeId, event, severity, facts, at: new Date(atMs) });
}

function toNotice({ news }: TemplateItem) {
  switch (news.is) {
    case 'status': {
      const facts: Record<string, string> = news.reason === undefined ? {} : { reason: news.reason };
      const severity = severityOf[news.status];
      return severity && { event: `TEMPLATE_${news.status}`, severity, facts };
    }
    case 'quality':
      if (news.quality !== 'RED') return undefined;
      return { event: 'TEMPLATE_QUALITY', severity: 'warning', facts: { quality: news.quality } } as const;
    case 'category': {
      const { category, announced } = news;
      const facts = { category, ...(announced === undefined ? {} : { announced }) };
      return { event: 'TEMPLATE_CATEGORY', severity: 'warning', facts } as const;
    }
    case 'components':
      return undefined;
  }
}

const severityOf: { readonly [status: string]: 'warning' | 'critical' } = {
  PAUSED: 'critical',
  DISABLED: 'critical',
  REJECTED: 'warning',
  FLAGGED: 'warning',
};
