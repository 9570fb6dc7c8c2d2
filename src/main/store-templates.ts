// Puts templates into the database as if Meta had told of them: what the gate and the categories go by.

import { sql } from 'kysely';
import type { TemplateInfo } from '../journey/surroundings.ts';
import type { MessageCategory } from '../messaging/message.ts';
import type { Local } from './start-local.ts';

const categories: readonly MessageCategory[] = ['marketing', 'utility', 'authentication', 'service'];

/** Those that are there become as they are told. A template of a category that we don't know counts as marketing, as one never heard of does. */
export async function storeTemplates(
  { store, config }: Pick<Local, 'store' | 'config'>,
  templates: readonly TemplateInfo[],
): Promise<void> {
  if (templates.length === 0) return;
  await store
    .insertInto('template')
    .values(
      templates.map(({ name, language, category, status }) => ({
        account_id: config.whatsapp.accountId ?? '',
        name,
        language,
        category: categories.find((known) => known === category.toLowerCase()) ?? 'marketing',
        status,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'name', 'language']).doUpdateSet((eb) => ({
        category: eb.ref('excluded.category'),
        status: eb.ref('excluded.status'),
        updated_at: sql<Date>`now()`,
      })),
    )
    .execute();
}
