// What a field says of itself for people, as `meta` of its schema: what a form calls it, what it is for, by what it is
// edited. `x-title` and `x-help` are in the reader's language; in English stands what every reader of JSON Schema knows.
// Pure.

import type { LocalizedText } from './catalogue.ts';

export type FieldLabels = {
  readonly title: string;
  readonly 'x-title': LocalizedText;
  readonly description?: string;
  readonly 'x-help'?: LocalizedText;
};

/** `durationField.meta(labelled({ en: 'Wait', ko: '대기' }, { en: '…', ko: '…' }))` */
export function labelled(title: LocalizedText, help?: LocalizedText): FieldLabels {
  return {
    title: title.en,
    'x-title': title,
    ...(help === undefined ? {} : { description: help.en, 'x-help': help }),
  };
}

/** What a field can be, for forms (docs/node-kit.md). */
export const fieldKinds = [
  'duration',
  'text',
  'web-address',
  'condition',
  'value',
  'word',
  'category',
  'channel',
  'sender',
  'topic',
  'event',
  'field',
  'journey',
  'node',
  'template',
  'template-language',
  'clock-time',
  'date',
  'weekday',
  'time-zone',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** `meta` of a field that is of this kind. */
export function ofKind(kind: FieldKind): { readonly 'x-kind': FieldKind } {
  return { 'x-kind': kind };
}
