// What a JSON Schema says of a place in a document: the schemas that may hold there, all of them where it offers a choice.
// Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { ConfigSchema } from '../../journey/describe-node-type.ts';
import type { IssuePath } from '../../journey/issues.ts';
import { helpOf } from '../form/schema-words.ts';

export interface SchemaField {
  readonly name: string;
  readonly schema: ConfigSchema;
  readonly isRequired: boolean;
}

/** Empty where the schema says nothing of it. */
export function schemasAt(root: ConfigSchema, path: IssuePath): readonly ConfigSchema[] {
  return path.reduce<readonly ConfigSchema[]>(
    (schemas, step) =>
      schemas.flatMap((schema) => stepInto(schema, step).flatMap((next) => spread(next, root))),
    spread(root, root),
  );
}

/** The fields that an object may have there; each once. */
export function fieldsAt(root: ConfigSchema, path: IssuePath): readonly SchemaField[] {
  const fields = new Map<string, SchemaField>();
  for (const { properties = {}, required = [] } of schemasAt(root, path)) {
    for (const [name, schema] of Object.entries(properties)) {
      if (typeof schema === 'boolean' || fields.has(name)) continue;
      fields.set(name, { name, schema, isRequired: required.includes(name) });
    }
  }
  return [...fields.values()];
}

/** The values that are listed there. */
export function valuesAt(root: ConfigSchema, path: IssuePath): readonly unknown[] {
  const values = schemasAt(root, path).flatMap(({ const: only, enum: some = [], type }) => [
    ...(only === undefined ? [] : [only]),
    ...some,
    ...(type === 'boolean' && only === undefined ? [true, false] : []),
    ...(type === 'null' ? [null] : []),
  ]);
  return [...new Set(values)];
}

/** What a field is for, in a sentence; in English alone where its author has said it so. */
export function meaningOf(schema: ConfigSchema): LocalizedText | undefined {
  const { description } = schema;
  return helpOf(schema) ?? (description === undefined ? undefined : { en: description, ko: description });
}

/** A schema and all that it is put together of. */
export function spread(schema: ConfigSchema, root: ConfigSchema, depth = 0): readonly ConfigSchema[] {
  // A schema may be made of itself.
  if (depth > 16) return [];
  const parts = [
    ...(schema.$ref === undefined ? [] : [findReference(schema.$ref, root)]),
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
  ];
  const inner = parts.flatMap((part) => (isSchema(part) ? spread(part, root, depth + 1) : []));
  return [schema, ...inner];
}

function stepInto(schema: ConfigSchema, step: string | number): readonly ConfigSchema[] {
  const { properties = {}, additionalProperties, items } = schema;
  if (typeof step === 'number') {
    const item = Array.isArray(items) ? items[step] : items;
    return isSchema(item) ? [item] : [];
  }
  const own = Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
  return isSchema(own) ? [own] : [];
}

/** `#/definitions/node` */
function findReference(reference: string, root: ConfigSchema): unknown {
  const steps = reference
    .replace(/^#\/?/, '')
    .split('/')
    .filter((step) => step !== '');
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? Reflect.get(value, step)
        : undefined,
    root,
  );
}

function isSchema(value: unknown): value is ConfigSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
