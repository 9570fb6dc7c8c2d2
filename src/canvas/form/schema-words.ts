// What a schema says of itself for people, and its loose ends. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { ConfigSchema } from '../../journey/describe-node-type.ts';

/** The `x-kind` of a schema; empty where it has none. */
export function kindOf(schema: ConfigSchema): string {
  const kind = schema['x-kind'];
  return typeof kind === 'string' ? kind : '';
}

/** What a form calls it; undefined where its author has not said. */
export function titleOf(schema: ConfigSchema): LocalizedText | undefined {
  return localized(schema['x-title']);
}

export function helpOf(schema: ConfigSchema): LocalizedText | undefined {
  return localized(schema['x-help']);
}

/** `firstName` as `First name`. */
export function nameInWords(name: string): LocalizedText {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .toLowerCase();
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return { en: text, ko: text };
}

/** Anything goes where a schema is only `true`. */
export function toSchema(schema: unknown): ConfigSchema {
  return typeof schema === 'object' && schema !== null ? (schema as ConfigSchema) : {};
}

function localized(value: unknown): LocalizedText | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { en, ko } = value as Partial<LocalizedText>;
  return typeof en === 'string' && typeof ko === 'string' ? { en, ko } : undefined;
}
