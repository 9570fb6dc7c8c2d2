// What a rule of a node type's own says where it refuses something: in both languages, through zod's refinements. Pure.

import type { z } from 'zod';
import type { LocalizedText } from './catalogue.ts';

export interface Refusal {
  readonly error: string;
  readonly params: { readonly detail: LocalizedText };
}

/**
 * How a refinement says its rule in the author's language: `.refine(isCard, refusal({ en: '…', ko: '…' }))`, and
 * `context.addIssue({ code: 'custom', ...refusal({ … }) })`. Half a sentence, without a full stop.
 */
export function refusal(detail: LocalizedText): Refusal {
  return { error: detail.en, params: { detail } };
}

/** What a refinement's finding says; the same words for both where it has one language only. */
export function toDetail(finding: z.core.$ZodIssue): LocalizedText {
  const detail: unknown = finding.code === 'custom' ? finding.params?.['detail'] : undefined;
  return isLocalized(detail) ? detail : { en: finding.message, ko: finding.message };
}

function isLocalized(value: unknown): value is LocalizedText {
  if (typeof value !== 'object' || value === null) return false;
  const { en, ko } = value as { readonly en?: unknown; readonly ko?: unknown };
  return typeof en === 'string' && typeof ko === 'string';
}
