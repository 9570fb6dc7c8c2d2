// A message template as Meta lists it (F§4.6; field reference in Meta's OpenAPI description), in the few parts that we go
// by. Lenient: what is new or odd is left out, and never costs the other templates of a page. Pure.

import { z } from 'zod';
import type { MessageCategory } from '../messaging/message.ts';

export interface ListedTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: MessageCategory;
  /** Meta's word: APPROVED, PAUSED, DISABLED … */
  readonly status: string;
  /** The category before Meta changed it (F§0 row 9). */
  readonly previousCategory?: MessageCategory;
  /** The one that Meta has announced. */
  readonly correctCategory?: MessageCategory;
  readonly quality?: string;
  /** Why it was rejected, in Meta's word. */
  readonly reason?: string;
  readonly parameterFormat?: string;
  readonly components: readonly TemplateComponent[];
}

const text = z.string().optional().catch(undefined);

const buttonShape = z.looseObject({ type: z.string(), text, url: text });

export const componentShape = z.looseObject({
  type: z.string(),
  format: text,
  text,
  buttons: z.array(buttonShape).optional().catch(undefined),
});

export type TemplateComponent = z.infer<typeof componentShape>;

const listedShape = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  name: z.string().min(1),
  language: z.string().min(1),
  category: z.string(),
  status: z.string().min(1),
  previous_category: text,
  correct_category: text,
  quality_score: z.looseObject({ score: text }).optional().catch(undefined),
  rejected_reason: text,
  parameter_format: text,
  components: z.array(z.unknown()).optional().catch(undefined),
});

/** The fields to ask for. */
export const basicTemplateFields =
  'id,name,language,category,status,quality_score,rejected_reason,parameter_format,components';
/** C: that the API has the other two in all versions; where it hasn't, it refuses to answer at all. */
export const templateFields = `${basicTemplateFields},previous_category,correct_category`;

/** Undefined for what is no template that we could use. */
export function parseListedTemplate(raw: unknown): ListedTemplate | undefined {
  const { success, data } = listedShape.safeParse(raw);
  if (!success) return undefined;
  const { previous_category, correct_category, quality_score, rejected_reason, parameter_format } = data;
  const previousCategory = toCategory(previous_category);
  const correctCategory = toCategory(correct_category);
  const reason = rejected_reason === 'NONE' ? undefined : rejected_reason;
  return {
    id: data.id,
    name: data.name,
    language: toTemplateLanguage(data.language),
    category: toCategory(data.category) ?? 'marketing',
    status: toTemplateStatus(data.status),
    ...(previousCategory && { previousCategory }),
    ...(correctCategory && { correctCategory }),
    ...(quality_score?.score && { quality: quality_score.score.toUpperCase() }),
    ...(reason && { reason }),
    ...(parameter_format && { parameterFormat: parameter_format.toUpperCase() }),
    components: parseComponents(data.components),
  };
}

/** Those that can be read. */
export function parseComponents(raw: readonly unknown[] | undefined): TemplateComponent[] {
  return (raw ?? []).flatMap((component) => componentShape.safeParse(component).data ?? []);
}

/** One spelling of a language: it comes as `en-US` and as `en_US` (F§2.2). */
export function toTemplateLanguage(language: string): string {
  return language.replaceAll('-', '_');
}

/** Words that say in another way that it may be sent. C: that an un-archived template may. */
const approving = new Set(['REINSTATED', 'UNARCHIVED', 'UNPAUSED', 'ACTIVE']);

/** One word for each state, in upper case. */
export function toTemplateStatus(word: string): string {
  const status = word.toUpperCase();
  return approving.has(status) ? 'APPROVED' : status;
}

const categories: { readonly [word: string]: MessageCategory } = {
  MARKETING: 'marketing',
  UTILITY: 'utility',
  AUTHENTICATION: 'authentication',
};

/** Ours of Meta's word, undefined for one that we don't know: what isn't known to be less counts as marketing. */
export function toCategory(word: string | undefined): MessageCategory | undefined {
  const known = word?.toUpperCase() ?? '';
  return Object.hasOwn(categories, known) ? categories[known] : undefined;
}
