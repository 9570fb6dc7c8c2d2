// Templates as Meta has them, for people and canvas; and listing them anew.

import { findTemplateInfo } from '../../store/template-info.ts';
import { listTemplateSyncs } from '../../store/template-sync.ts';
import { judgeStored, listTemplates, type StoredTemplate } from '../../store/templates.ts';
import {
  type TemplateListAnswer,
  type TemplateSummary,
  type TemplateSyncAnswer,
  templateListAnswer,
  templateSyncAnswer,
} from '../answers/templates.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const listSchema = {
  ...{ tags: ['Templates'], operationId: 'listTemplates', summary: 'Templates as Meta has them' },
  response: { 200: templateListAnswer },
};

const syncSchema = {
  ...{ tags: ['Templates'], operationId: 'syncTemplates', summary: 'Lists them at Meta now' },
  problems: ['TEMPLATES_NO_SENDER', 'TEMPLATES_SYNC_FAILED', 'TEMPLATES_SYNC_WAITS'],
  response: { 200: templateSyncAnswer },
} as const;

export function addTemplateRoutes(app: Routes, { store, clock, syncTemplates }: RouteContext): void {
  app.get('/v1/templates', { schema: listSchema }, async (): Promise<TemplateListAnswer> => {
    const [templates, syncs] = await Promise.all([listTemplates(store), listTemplateSyncs(store)]);
    return {
      templates: templates.map((template) => toSummary(template, clock.now())),
      syncs: syncs.map(({ account_id, synced_at, next_at, last_error }) => ({
        account: account_id,
        syncedAt: synced_at?.toISOString() ?? null,
        nextAt: next_at.toISOString(),
        error: last_error,
      })),
    };
  });

  app.post('/v1/templates/sync', { schema: syncSchema }, async (): Promise<TemplateSyncAnswer> => {
    const accounts = await syncTemplates();
    const [first] = accounts;
    if (first === undefined) throw new AppError('TEMPLATES_NO_SENDER');
    // Of several, each result is told; one that failed alone is the caller's problem.
    if (accounts.length === 1 && first.state === 'failed') {
      throw new AppError('TEMPLATES_SYNC_FAILED', { facts: { metaCode: first.code, until: first.until } });
    }
    if (accounts.length === 1 && first.state === 'waiting') {
      throw new AppError('TEMPLATES_SYNC_WAITS', { facts: { until: first.until } });
    }
    return { accounts };
  });
}

function toSummary(template: StoredTemplate, now: number): TemplateSummary {
  const { accountId: account, name, language, category } = template;
  const { header, headerParameters, bodyParameters, buttons } = findTemplateInfo(template);
  return {
    account,
    name,
    language,
    category,
    previousCategory: template.previousCategory ?? null,
    announcedCategory: template.correctCategory ?? null,
    status: template.status ?? null,
    statusAt: toIso(template.statusAt),
    reason: template.statusReason ?? null,
    state: judgeStored(template, now),
    quality: template.quality ?? null,
    ...(header === undefined ? {} : { header }),
    ...(headerParameters === undefined ? {} : { headerParameters }),
    ...(bodyParameters === undefined ? {} : { bodyParameters }),
    ...(buttons === undefined ? {} : { buttons }),
    components: template.components ?? [],
    syncedAt: toIso(template.syncedAt),
  };
}

function toIso(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
