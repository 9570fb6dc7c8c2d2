// The templates that a journey is checked against when it is published: as they are now, once Meta has listed them.

import type { TemplateInfo } from '../journey/surroundings.ts';
import { findSlots } from '../whatsapp/template-slots.ts';
import type { Store } from './store.ts';
import { judgeStored, listTemplates, type StoredTemplate } from './templates.ts';

/**
 * By name and language, over all accounts; of two the one that can be sent. Undefined while no account's list is known:
 * what nobody told us of is not checked.
 */
export async function readTemplateInfos(
  store: Store,
  now: number,
): Promise<readonly TemplateInfo[] | undefined> {
  const templates = (await listTemplates(store)).filter(({ status }) => status !== 'DELETED');
  if (!templates.some(({ syncedAt }) => syncedAt !== undefined)) return undefined;
  const infos = new Map<string, TemplateInfo>();
  for (const template of templates) {
    const word = `${template.name} ${template.language}`;
    if (!infos.has(word) || judgeStored(template, now) === 'sendable') {
      infos.set(word, findTemplateInfo(template));
    }
  }
  return [...infos.values()];
}

export function findTemplateInfo(template: StoredTemplate): TemplateInfo {
  const { name, language, category, status, components, parameterFormat, quality } = template;
  return {
    name,
    language,
    category: category.toUpperCase(),
    status: status ?? 'APPROVED',
    ...findSlots(components ?? [], parameterFormat),
    ...(quality === undefined ? {} : { quality }),
    ...(components === undefined ? {} : { components }),
  };
}
