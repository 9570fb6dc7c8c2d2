// What the catalogue says of a node type: title, outcomes, config fields, an example. From the type itself.

import { z } from 'zod';
import type { AnyNodeType } from '../../journey/catalogue.ts';
import { findExample } from '../../journey/example-config.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

export interface NodeField {
  readonly name: string;
  /** `string`, `duration`, `delivered | read`, `object`, … */
  readonly kind: string;
  readonly required: boolean;
  readonly default?: unknown;
}

export interface NodeDescription {
  readonly type: string;
  readonly version: number;
  readonly title: { readonly en: string; readonly ko: string };
  /** Of the example; some types have those that their config names. */
  readonly outcomes: readonly string[];
  readonly successes: readonly string[];
  readonly fields: readonly NodeField[];
  /** A config with the required fields; absent where the schema doesn't tell its rules. */
  readonly example?: unknown;
  readonly schema: object;
}

export function describeNode(type: AnyNodeType): NodeDescription {
  const schema = z.toJSONSchema(type.config, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const example = findExample(schema, type);
  const config = (example === undefined ? undefined : type.config.parse(example)) as never;
  return {
    type: type.type,
    version: type.version,
    title: type.title,
    outcomes: example === undefined ? [] : type.outcomes(config),
    successes: example === undefined ? [] : type.successes(config),
    fields: fieldsOf(schema),
    ...(example !== undefined && { example }),
    schema,
  };
}

/** Of a config with several forms: those of all forms, required where every form requires them. */
function fieldsOf(schema: JsonSchema): readonly NodeField[] {
  const forms = (schema.anyOf ?? schema.oneOf ?? [schema]) as readonly JsonSchema[];
  const fields = new Map<string, NodeField>();
  for (const { properties = {} } of forms) {
    for (const [name, given] of Object.entries(properties)) {
      const field = given as JsonSchema;
      fields.set(name, {
        name,
        kind: kindOf(field),
        required: forms.every(({ required = [] }) => required.includes(name)),
        ...(field.default !== undefined && { default: field.default }),
      });
    }
  }
  return [...fields.values()];
}

function kindOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.join(' | ');
  const forms = (schema.anyOf ?? schema.oneOf ?? []) as readonly JsonSchema[];
  if (forms.length > 0) return [...new Set(forms.map(kindOf))].join(' | ');
  if (schema.type === 'array') return `${kindOf((schema.items ?? {}) as JsonSchema)}[]`;
  return schema.format ?? String(schema.type ?? 'any');
}
