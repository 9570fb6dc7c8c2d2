// What a value begins with when its author adds it: what the schema needs, as little as possible. Texts for people begin
// empty, everything with a form of its own with an example of that form. Pure.

import type { ConfigSchema } from '../../journey/describe-node-type.ts';

export function startOf(schema: ConfigSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum !== undefined) return schema.enum[0];
  const [form] = schema.anyOf ?? schema.oneOf ?? [];
  if (typeof form === 'object') return startOf(form);
  switch (schema.type) {
    case 'object':
      return startOfObject(schema);
    case 'array':
      return startOfList(schema);
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'string':
      return startOfText(schema);
    default:
      return {};
  }
}

function startOfObject({ properties = {}, required = [] }: ConfigSchema): object {
  return Object.fromEntries(
    required.map((name) => {
      const property = properties[name];
      return [name, typeof property === 'object' ? startOf(property) : ''];
    }),
  );
}

/** As many as there have to be; what lists are for begins with one. */
function startOfList({ items, minItems = 0 }: ConfigSchema): readonly unknown[] {
  const item = typeof items === 'object' && !Array.isArray(items) ? items : {};
  return Array.from({ length: Math.max(1, minItems) }, () => startOf(item));
}

/** Kinds whose example would be taken for what the author means. */
const personal: ReadonlySet<unknown> = new Set([
  'text',
  'web-address',
  'condition',
  'value',
  'template',
  'journey',
]);

function startOfText({ 'x-kind': kind, examples }: ConfigSchema): string {
  const [example] = examples ?? [];
  return typeof example === 'string' && kind !== undefined && !personal.has(kind) ? example : '';
}
