// Lists an account's templates at Meta and brings the registry up to date. One process at a time. Real time.

import { badRequest } from '../../activities/channels/graph-read.ts';
import { listTemplatePage, type TemplatePageAsk } from '../../activities/channels/whatsapp-templates.ts';
import { wakeForgotten, wakeTemplate } from '../inbox/wake-template.ts';
import type { Store } from '../store/store.ts';
import {
  endTemplateSync,
  findTemplateSync,
  leaseTemplateSync,
  type TemplateSyncRow,
} from '../store/template-sync.ts';
import {
  listTemplatesOf,
  markListed,
  type StoredTemplate,
  type TemplateKey,
  tellTemplate,
} from '../store/templates.ts';
import { learnOfTemplate, type TemplateTold, untold } from '../whatsapp/template-state.ts';
import type { ListedTemplate } from '../whatsapp/templates.ts';
import { openCallBudget } from './call-budget.ts';

export type TemplateSyncResult = { readonly accountId: string } & (
  | { readonly state: 'synced'; readonly listed: number; readonly changed: number; readonly gone: number }
  /** Another process is at it. */
  | { readonly state: 'busy' }
  /** It is not due, or Meta asked us to wait. */
  | { readonly state: 'waiting'; readonly until: Date }
  | { readonly state: 'failed'; readonly code: string; readonly until: Date }
);

export interface TemplateAccount extends Pick<TemplatePageAsk, 'access' | 'accountId'> {}

export interface TemplateSyncOptions {
  readonly everyMs: number;
  /** Also where it is not due yet. */
  readonly force: boolean;
  readonly now: () => number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const leaseMs = 5 * minuteMs;
/** What was told this shortly before a list may not be in it yet. */
const listLagMs = 10_000;
/** With so much of the quota used, by us or others of the app, the next list waits longer. */
const busyPercent = 80;
const busyPauseMs = 30 * minuteMs;

export async function syncTemplates(
  store: Store,
  { access, accountId }: TemplateAccount,
  { everyMs, force, now }: TemplateSyncOptions,
): Promise<TemplateSyncResult> {
  const startedAt = new Date(now());
  const row = await leaseTemplateSync(store, accountId, { at: startedAt, leaseMs, force });
  if (row === undefined) return notNow(store, accountId, startedAt);
  const list = await listAll(store, { access, accountId }, now);
  if (!list.ok) {
    const { code, waitMs } = list;
    const until = new Date(now() + Math.max(waitMs, backoffMs(row)));
    await endTemplateSync(store, accountId, { nextAt: until, error: code });
    return { accountId, state: 'failed', code, until };
  }
  const done = await storeList(store, accountId, { templates: list.templates, startedAt });
  const pauseMs = list.percent >= busyPercent ? Math.max(everyMs, busyPauseMs) : everyMs;
  await endTemplateSync(store, accountId, { nextAt: new Date(now() + pauseMs), syncedAt: startedAt });
  return { accountId, state: 'synced', listed: list.templates.length, ...done };
}

async function notNow(store: Store, accountId: string, at: Date): Promise<TemplateSyncResult> {
  const row = await findTemplateSync(store, accountId);
  const isLeased = row?.leased_until != null && row.leased_until > at;
  if (row === undefined || isLeased) return { accountId, state: 'busy' };
  return { accountId, state: 'waiting', until: row.next_at };
}

type List =
  | { readonly ok: true; readonly templates: readonly ListedTemplate[]; readonly percent: number }
  | { readonly ok: false; readonly code: string; readonly waitMs: number };

async function listAll(store: Store, account: TemplateAccount, now: () => number): Promise<List> {
  const { accountId } = account;
  const budget = await openCallBudget(store, accountId);
  const templates: ListedTemplate[] = [];
  let after: string | undefined;
  let basic = false;
  for (;;) {
    if (!(await budget.take(now()))) {
      return { ok: false, code: 'own_quota', waitMs: hourMs - (now() % hourMs) };
    }
    const page = await listTemplatePage({ ...account, after, basic });
    if (!page.ok) {
      if (page.code !== badRequest || basic) return page;
      basic = true;
      continue;
    }
    templates.push(...page.templates);
    after = page.after;
    if (after === undefined) return { ok: true, templates, percent: page.percent };
  }
}

/** A minute, then two, four … up to an hour; so a quota that is used up has time to come back (F§3.2, 4, 80007, 80008). */
function backoffMs({ failures }: TemplateSyncRow): number {
  return Math.min(minuteMs * 2 ** failures, hourMs);
}

async function storeList(
  store: Store,
  accountId: string,
  { templates, startedAt }: { readonly templates: readonly ListedTemplate[]; readonly startedAt: Date },
): Promise<{ readonly changed: number; readonly gone: number }> {
  const at = startedAt.getTime() - listLagMs;
  const known = new Map((await listTemplatesOf(store, accountId)).map((one) => [wordOf(one), one]));
  const news = templates
    .map((listed) => ({ listed, key: toKey(accountId, listed), known: known.get(wordOf(listed)) }))
    .map((one) => ({ ...one, told: toTold(one.listed, one.known, at) }))
    .filter(({ known: before, told }) => isNews(before, told));
  for (const { key, told } of news) await tell(store, key, told);
  const keys = templates.map((listed) => toKey(accountId, listed));
  const gone = await markListed(store, accountId, { keys, at: startedAt });
  for (const key of gone) await tell(store, key, { at, status: { word: 'DELETED', reason: 'not listed' } });
  await store.transaction().execute((trx) => wakeForgotten(trx, accountId, startedAt.getTime()));
  return { changed: news.length, gone: gone.length };
}

/** By itself, so that nobody who sends waits for more than one row. */
async function tell(store: Store, key: TemplateKey, told: TemplateTold): Promise<void> {
  await store
    .transaction()
    .execute(async (trx) => wakeTemplate(trx, key, await tellTemplate(trx, key, told)));
}

/** A list does not say why a template is paused, nor, everywhere, what is announced: what webhooks said of it stays. */
function toTold(listed: ListedTemplate, known: StoredTemplate | undefined, at: number): TemplateTold {
  const isSame = known?.status === listed.status;
  return {
    at,
    id: listed.id,
    status: { word: listed.status, reason: listed.reason ?? (isSame ? known?.statusReason : undefined) },
    category: {
      now: listed.category,
      previous: listed.previousCategory,
      announced: listed.correctCategory ?? known?.correctCategory,
    },
    ...(listed.quality === undefined ? {} : { quality: listed.quality }),
    parts: { components: listed.components, whole: true, parameterFormat: listed.parameterFormat },
  };
}

/** Besides the time as of which it was told. */
function isNews(known: StoredTemplate | undefined, told: TemplateTold): boolean {
  if (known === undefined) return true;
  const learnt = learnOfTemplate({ ...untold, ...known }, told);
  return keys.some((key) => JSON.stringify(learnt[key]) !== JSON.stringify(known[key]));
}

const keys = [
  'id',
  'status',
  'statusReason',
  'category',
  'previousCategory',
  'correctCategory',
  'quality',
  'parameterFormat',
  'components',
] as const;

function toKey(accountId: string, { name, language }: ListedTemplate): TemplateKey {
  return { accountId, name, language };
}

function wordOf({ name, language }: { readonly name: string; readonly language: string }): string {
  return `${name}/${language}`;
}
