// Puts templates into the database as if Meta had told of them: what the gate and the categories go by.

import { wakeTemplate } from '../inbox/wake-template.ts';
import type { TemplateInfo } from '../journey/surroundings.ts';
import { tellTemplate } from '../store/templates.ts';
import { toCategory, toTemplateLanguage, toTemplateStatus } from '../whatsapp/templates.ts';
import type { Local } from './start-local.ts';

/** Those that are there become as they are told. A template of a category that we don't know counts as marketing, as one never heard of does. */
export async function storeTemplates(
  { store, config }: Pick<Local, 'store' | 'config'>,
  templates: readonly TemplateInfo[],
): Promise<void> {
  for (const { name, language, category, status } of templates) {
    const accountId = config.whatsapp.accountId ?? '';
    const key = { accountId, name, language: toTemplateLanguage(language) };
    const told = {
      at: Date.now(),
      category: { now: toCategory(category) ?? 'marketing' },
      status: { word: toTemplateStatus(status) },
    };
    await store
      .transaction()
      .execute(async (trx) => wakeTemplate(trx, key, await tellTemplate(trx, key, told)));
  }
}
