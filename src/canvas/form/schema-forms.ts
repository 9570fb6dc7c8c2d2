// A choice of forms (`anyOf`): what each is called, which one a value has, and what a value becomes in another. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { ConfigSchema } from '../../journey/describe-node-type.ts';
import { kindOf, nameInWords, titleOf, toSchema } from './schema-words.ts';
import { startOf } from './start-value.ts';

export interface Form {
  readonly schema: ConfigSchema;
  readonly title: LocalizedText;
}

/** A form without a title is called after what it alone asks for. */
export function toForms(schemas: readonly ConfigSchema[]): readonly Form[] {
  return schemas.map((schema) => ({ schema, title: titleOf(schema) ?? presumeTitle(schema, schemas) }));
}

/** The form that a value has, or is nearest to; the first where there is no value. */
export function findForm(forms: readonly Form[], value: unknown): number {
  const fits = forms.map(({ schema }) => fitOf(schema, value));
  return Math.max(0, fits.indexOf(Math.max(...fits)));
}

/** The value in another form: what both know stays, what the other needs begins. */
export function toForm(value: unknown, schema: ConfigSchema): unknown {
  const start = startOf(schema);
  if (!isRecord(value) || !isRecord(start)) return start;
  const { properties = {} } = schema;
  const kept = Object.entries(value).filter(
    ([key, member]) => Object.hasOwn(properties, key) && fitOf(toSchema(properties[key]), member) > 0,
  );
  return { ...start, ...Object.fromEntries(kept) };
}

/** How well a value fits: 0 or less where it doesn't. */
function fitOf(schema: ConfigSchema, value: unknown): number {
  if (schema.const !== undefined) return schema.const === value ? 3 : -1;
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms !== undefined) return Math.max(...forms.map((form) => fitOf(toSchema(form), value)));
  if (schema.enum !== undefined) return (schema.enum as readonly unknown[]).includes(value) ? 2 : -1;
  if (schema.type === 'object') return isRecord(value) ? fitOfMembers(schema, value) : -1;
  if (schema.type === 'array') return Array.isArray(value) ? 1 : -1;
  if (schema.type === 'null') return value === null ? 1 : -1;
  if (schema.type === 'integer' || schema.type === 'number') return typeof value === 'number' ? 1 : -1;
  return schema.type === undefined || typeof value === schema.type ? 1 : -1;
}

/** Members that the form doesn't know count against it, and so do required ones that are missing. */
function fitOfMembers(
  { properties = {}, required = [] }: ConfigSchema,
  value: Record<string, unknown>,
): number {
  const keys = Object.keys(value);
  if (Object.keys(properties).length === 0) return 1;
  const known = keys.filter((key) => Object.hasOwn(properties, key));
  const missing = required.filter((key) => !keys.includes(key));
  const wrong = known.filter(
    (key) => isConst(properties[key]) && fitOf(toSchema(properties[key]), value[key]) < 0,
  );
  return 1 + known.length - 2 * (keys.length - known.length) - 2 * missing.length - 4 * wrong.length;
}

function isConst(schema: unknown): boolean {
  return toSchema(schema).const !== undefined;
}

/** What it asks for that the fewest others ask for too. */
function presumeTitle(schema: ConfigSchema, all: readonly ConfigSchema[]): LocalizedText {
  const { properties = {}, required = [] } = schema;
  const rarity = (name: string) => all.filter((other) => other.required?.includes(name)).length;
  const [rarest] = [...required].sort((a, b) => rarity(a) - rarity(b));
  if (rarest !== undefined) return titleOf(toSchema(properties[rarest])) ?? nameInWords(rarest);
  if (schema.const !== undefined) return nameInWords(String(schema.const));
  const type = String(schema.type ?? 'value');
  return wordsOfKind[kindOf(schema)] ?? wordsOfType[type] ?? nameInWords(type);
}

const wordsOfKind: { readonly [kind: string]: LocalizedText } = {
  text: { en: 'Text', ko: '문구' },
  'web-address': { en: 'Web address', ko: '웹 주소' },
  node: { en: 'Message of a step', ko: '단계의 메시지' },
  value: { en: 'Value', ko: '값' },
};

const wordsOfType: { readonly [type: string]: LocalizedText } = {
  string: { en: 'Text', ko: '문구' },
  number: { en: 'Number', ko: '숫자' },
  object: { en: 'By name', ko: '이름으로' },
  array: { en: 'In order', ko: '순서대로' },
  null: { en: 'Remove it', ko: '지우기' },
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
