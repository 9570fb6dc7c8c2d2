// Bodies that create or edit a template, and what Meta says of wrong ones: code 100 with a subcode of F§3.2. Pure.

import * as z from 'zod';
import { findVariables } from '../admission/template-slots.ts';
import { GraphError } from '../graph-error.ts';
import { toGraphError } from '../messages/to-graph-error.ts';
import { TEMPLATE_CATEGORIES, type TemplatePart, templatePart } from '../platform/template.ts';

const category = z.preprocess(
  (name) => (typeof name === 'string' ? name.toUpperCase() : name),
  z.enum(TEMPLATE_CATEGORIES),
);
const ttlSeconds = z.int().optional();

const newTemplateSchema = z.looseObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'may hold lower-case letters, digits and underscores'),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/, 'is not a language code'),
  category,
  parameter_format: z
    .preprocess(
      (name) => (typeof name === 'string' ? name.toUpperCase() : name),
      z.enum(['POSITIONAL', 'NAMED']),
    )
    .optional(),
  components: z.array(templatePart).min(1),
  message_send_ttl_seconds: ttlSeconds,
});

const editedTemplateSchema = z.looseObject({
  category: category.optional(),
  components: z.array(templatePart).min(1).optional(),
  message_send_ttl_seconds: ttlSeconds,
});

export type NewTemplate = z.infer<typeof newTemplateSchema>;
export type EditedTemplate = z.infer<typeof editedTemplateSchema>;

/** Seconds that a category may set (F§1.5); -1 is 30 days. */
const TTL_SECONDS = {
  MARKETING: [43_200, 2_592_000],
  UTILITY: [30, 43_200],
  AUTHENTICATION: [30, 900],
} as const;

/** @throws GraphError 100, with subcodes 2388040 (length) and 2388299 (variable at an end) among others */
export function parseNewTemplate(body: unknown): NewTemplate {
  const parsed = newTemplateSchema.safeParse(body);
  if (!parsed.success) throw toManagementError(toGraphError(parsed.error, body));
  checkParts(parsed.data.components);
  checkTtl(parsed.data.category, parsed.data.message_send_ttl_seconds);
  return parsed.data;
}

/** @throws GraphError as `parseNewTemplate` */
export function parseEditedTemplate(body: unknown, current: string): EditedTemplate {
  const parsed = editedTemplateSchema.safeParse(body);
  if (!parsed.success) throw toManagementError(toGraphError(parsed.error, body));
  const { components, message_send_ttl_seconds: ttl } = parsed.data;
  const kept = TEMPLATE_CATEGORIES.find((name) => name === current) ?? 'MARKETING';
  if (components !== undefined) checkParts(components);
  checkTtl(parsed.data.category ?? kept, ttl);
  return parsed.data;
}

/** Complaints about templates are code 100 with a subcode and words for people. */
export function templateError(subcode: number, title: string, message: string): GraphError {
  return new GraphError({
    code: 100,
    plain: true,
    subcode,
    title: 'Invalid parameter',
    forUser: { title, message },
  });
}

function toManagementError(error: GraphError): GraphError {
  return new GraphError({
    code: 100,
    plain: true,
    title: `(#100) ${error.message.replace(/^\(#\d+\) /, '')}`,
  });
}

function checkParts(parts: readonly TemplatePart[]): void {
  for (const part of parts) {
    const text = part.text ?? '';
    const most = part.type === 'BODY' ? 1024 : 60;
    if ([...text].length > most) {
      throw templateError(2388040, 'Text too long', `The ${part.type} has more than ${most} characters.`);
    }
    if (part.type === 'HEADER' && findVariables(text).length > 1) {
      throw templateError(2388047, 'Header format is wrong', 'A header has at most one variable.');
    }
    if (part.type === 'FOOTER' && findVariables(text).length > 0) {
      throw templateError(2388073, 'Footer format is wrong', 'A footer has no variables.');
    }
    if (part.type === 'BODY' && /^\{\{\s*\w+\s*\}\}|\{\{\s*\w+\s*\}\}$/.test(text.trim())) {
      throw templateError(
        2388299,
        'Leading or trailing variable',
        'A body neither starts nor ends with a variable.',
      );
    }
  }
}

function checkTtl(of: keyof typeof TTL_SECONDS, ttl: number | undefined): void {
  const [least, most] = TTL_SECONDS[of];
  const isMonth = ttl === -1 && of !== 'MARKETING';
  if (ttl === undefined || isMonth || (ttl >= least && ttl <= most)) return;
  throw new GraphError({
    code: 100,
    plain: true,
    title: `(#100) Param message_send_ttl_seconds must be between ${least} and ${most} for ${of}`,
  });
}
