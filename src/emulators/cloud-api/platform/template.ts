// A message template as the emulated account holds it. The schemas are the contracts of the control API.

import * as z from 'zod';

export const TEMPLATE_CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const;
/** F§2.5, and PAUSED as templates show it. */
export const TEMPLATE_STATUSES = [
  'APPROVED',
  'PENDING',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'IN_APPEAL',
  'PENDING_DELETION',
  'DELETED',
  'LIMIT_EXCEEDED',
  'ARCHIVED',
] as const;

export const templateButton = z.looseObject({
  type: z.string().transform((type) => type.toUpperCase()),
  text: z.string().max(25).optional(),
  url: z.string().max(2000).optional(),
});

/** One part of a template, in the spelling of Meta's management API; types and formats in any case. */
export const templatePart = z.looseObject({
  type: z.string().transform((type) => type.toUpperCase()),
  format: z
    .string()
    .transform((format) => format.toUpperCase())
    .optional(),
  text: z.string().optional(),
  buttons: z.array(templateButton).min(1).max(10).optional(),
});

export const givenTemplateSchema = z.strictObject({
  name: z.string().min(1),
  language: z.string().min(1),
  category: z.string().min(1),
  status: z.string().min(1),
  /** Absent: nothing is known of its parameters, and all are taken. */
  components: z.array(templatePart).optional(),
  parameterFormat: z.enum(['POSITIONAL', 'NAMED']).optional(),
});

const templateStateSchema = z.strictObject({
  status: z.enum(TEMPLATE_STATUSES),
  category: z.enum(TEMPLATE_CATEGORIES),
  qualityScore: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']),
  rejectedReason: z.string().min(1),
  /** Not yet known to the ads system: 134101 on `/marketing_messages` (F§1.5). */
  isSyncing: z.boolean(),
});

export const templatePatchSchema = templateStateSchema.partial();

export type TemplatePart = z.infer<typeof templatePart>;
export type TemplateButton = z.infer<typeof templateButton>;
export type GivenTemplate = z.input<typeof givenTemplateSchema>;
export type TemplateState = z.infer<typeof templateStateSchema>;
export type TemplatePatch = Partial<TemplateState>;

export interface Template extends z.infer<typeof givenTemplateSchema> {
  readonly id: string;
  readonly accountId: string;
  readonly parameterFormat: 'POSITIONAL' | 'NAMED';
  readonly qualityScore: TemplateState['qualityScore'];
  readonly rejectedReason: string;
  readonly isSyncing: boolean;
  /** Seconds after which an undelivered message is dropped; null is the default of its category (F§1.5). */
  readonly ttlSeconds: number | null;
}
