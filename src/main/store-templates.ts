// Puts templates into the database as if Meta had told of them: what the gate and the categories go by.

import { wakeTemplate } from '../inbox/wake-template.ts';
import type { TemplateInfo, TemplatePart } from '../journey/surroundings.ts';
import { tellTemplate } from '../store/templates.ts';
import type { TemplateTold } from '../whatsapp/template-state.ts';
import {
  type TemplateComponent,
  toCategory,
  toTemplateLanguage,
  toTemplateStatus,
} from '../whatsapp/templates.ts';
import type { Local } from './start-local.ts';

/** Those that are there become as they are told. A template of a category that we don't know counts as marketing, as one never heard of does. */
export async function storeTemplates(
  { store, config }: Pick<Local, 'store' | 'config'>,
  templates: readonly TemplateInfo[],
): Promise<void> {
  for (const template of templates) {
    const { name, language, category, status } = template;
    const accountId = config.whatsapp.accountId ?? '';
    const key = { accountId, name, language: toTemplateLanguage(language) };
    const told = {
      at: Date.now(),
      category: { now: toCategory(category) ?? 'marketing' },
      status: { word: toTemplateStatus(status) },
      ...toParts(template),
    };
    await store
      .transaction()
      .execute(async (trx) => wakeTemplate(trx, key, await tellTemplate(trx, key, told)));
  }
}

/** Nothing where the file doesn't say: what is known of them stays. */
function toParts({ bodyParameters, components }: TemplateInfo): Pick<TemplateTold, 'parts'> {
  if (components === undefined) return {};
  const parameterFormat = Array.isArray(bodyParameters) ? 'NAMED' : 'POSITIONAL';
  return { parts: { components: toComponents(components), whole: true, parameterFormat } };
}

/** As who keeps them may change them. */
export function toComponents(parts: readonly TemplatePart[]): TemplateComponent[] {
  return parts.map(({ buttons, ...part }) => ({
    ...part,
    ...(buttons === undefined ? {} : { buttons: buttons.map((button) => ({ ...button })) }),
  }));
}
