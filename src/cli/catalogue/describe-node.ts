// What the catalogue says of a node type: title, outcomes, config fields, an example. From the type itself.

import type { AnyNodeType, LocalizedText } from '../../journey/catalogue.ts';
import { type ConfigSchema, describeNodeType } from '../../journey/describe-node-type.ts';

export interface NodeField {
  readonly name: string;
  /** `string`, `duration`, `delivered | read`, `object`, … */
  readonly kind: string;
  readonly required: boolean;
  readonly default?: unknown;
  /** What it is called in forms, and what it is for, where the type says. */
  readonly title?: LocalizedText;
  readonly help?: LocalizedText;
}

export interface NodeDescription {
  readonly type: string;
  readonly version: number;
  readonly title: LocalizedText;
  readonly help?: LocalizedText;
  /** Of the example; some types have those that their config names. */
  readonly outcomes: readonly string[];
  /** All outcomes that any config can give; null where the author chooses the words. */
  readonly words: readonly string[] | null;
  readonly successes: readonly string[];
  readonly fields: readonly NodeField[];
  /** A config with the required fields; absent where the schema doesn't tell its rules. */
  readonly example?: unknown;
  readonly schema: object;
}

export function describeNode(type: AnyNodeType): NodeDescription {
  const { schema, example, help, words } = describeNodeType(type);
  const config = (example === null ? undefined : type.config.parse(example)) as never;
  return {
    type: type.type,
    version: type.version,
    title: type.title,
    ...(help !== null && { help }),
    outcomes: example === null ? [] : type.outcomes(config),
    successes: example === null ? [] : type.successes(config),
    words,
    fields: fieldsOf(schema),
    ...(example !== null && { example }),
    schema,
  };
}

/** Of a config with several forms: those of all forms, required where every form requires them. */
function fieldsOf(schema: ConfigSchema): readonly NodeField[] {
  const forms = (schema.anyOf ?? schema.oneOf ?? [schema]) as readonly ConfigSchema[];
  const fields = new Map<string, NodeField>();
  for (const { properties = {} } of forms) {
    for (const [name, given] of Object.entries(properties)) {
      const field = given as ConfigSchema;
      fields.set(name, {
        name,
        kind: kindOf(field),
        required: forms.every(({ required = [] }) => required.includes(name)),
        ...(field.default !== undefined && { default: field.default }),
        ...labelsOf(field),
      });
    }
  }
  return [...fields.values()];
}

/** The hints for forms (`labelled` of the node kit). */
function labelsOf({ 'x-title': title, 'x-help': help }: ConfigSchema): Pick<NodeField, 'title' | 'help'> {
  return { ...(isLocalized(title) && { title }), ...(isLocalized(help) && { help }) };
}

function isLocalized(value: unknown): value is LocalizedText {
  return typeof value === 'object' && value !== null && 'en' in value && 'ko' in value;
}

function kindOf(schema: ConfigSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.join(' | ');
  const forms = (schema.anyOf ?? schema.oneOf ?? []) as readonly ConfigSchema[];
  if (forms.length > 0) return [...new Set(forms.map(kindOf))].join(' | ');
  if (schema.type === 'array') return `${kindOf((schema.items ?? {}) as ConfigSchema)}[]`;
  return schema.format ?? String(schema.type ?? 'any');
}
