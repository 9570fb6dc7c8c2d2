// An example of a config, made from its schema: what is required and nothing else, with the schema's own examples.

import type { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Tried in order where a text has to have a form. */
const candidates = [
  'example',
  'Text',
  'ko',
  '1h',
  'order.placed',
  'https://example.org/hook',
  '09:00',
  '2026-12-24',
  'Asia/Seoul',
];
const byFormat: { readonly [format: string]: string } = {
  uri: 'https://example.org/hook',
  cel: "person.tier == 'gold'",
  liquid: '{{ person.firstName | default: "…" }}',
};

/** The config, or undefined where the schema has rules that it doesn't tell. */
export function findExample(schema: JsonSchema, type: { readonly config: z.ZodType }): unknown {
  const shown = Object.entries(schema.properties ?? {}).filter(([, field]) => hasExample(field));
  const richer = { ...schema, required: [...(schema.required ?? []), ...shown.map(([name]) => name)] };
  return [schema, richer].map(toExample).find((example) => type.config.safeParse(example).success);
}

function hasExample(field: unknown): boolean {
  return typeof field === 'object' && field !== null && 'examples' in field;
}

function toExample(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  const [first] = schema.examples ?? [];
  if (first !== undefined) return first;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum !== undefined) return schema.enum[0];
  const [form] = schema.anyOf ?? schema.oneOf ?? [];
  if (form !== undefined) return toExample(form as JsonSchema);
  switch (schema.type) {
    case 'object':
      return toObject(schema);
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () =>
        toExample((schema.items ?? {}) as JsonSchema),
      );
    case 'string':
      return toText(schema);
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema.minimum ?? 1));
    case 'boolean':
      return true;
    default:
      return 'example';
  }
}

function toObject({ properties = {}, required = [] }: JsonSchema): object {
  const members = required.map((name) => [name, toExample(properties[name] as JsonSchema)] as const);
  return Object.fromEntries(members);
}

function toText({ format, pattern }: JsonSchema): string {
  const known = format === undefined ? undefined : byFormat[format];
  if (known !== undefined) return known;
  const form = pattern === undefined ? undefined : new RegExp(pattern);
  return candidates.find((text) => form?.test(text) !== false) ?? 'example';
}
