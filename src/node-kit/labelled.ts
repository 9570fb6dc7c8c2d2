// What a form calls a field, and what it is for, as `meta` of its schema: `x-title` and `x-help` for forms in the
// reader's language, and in English what every reader of JSON Schema knows. Pure.

import type { LocalizedText } from '../journey/catalogue.ts';

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
