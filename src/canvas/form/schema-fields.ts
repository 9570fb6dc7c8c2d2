// A type's JSON Schema as the fields of a form: what each is called, what it is for, and by what it is edited. A type that
// nobody has seen yet is edited as ours are (docs/node-kit.md). Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { ConfigSchema } from '../../journey/describe-node-type.ts';
import { type Form, toForms } from './schema-forms.ts';
import { helpOf, kindOf, nameInWords, titleOf, toSchema } from './schema-words.ts';

export interface Field {
  /** Its key in the object. */
  readonly name: string;
  readonly schema: ConfigSchema;
  readonly title: LocalizedText;
  readonly help: LocalizedText | undefined;
  readonly isRequired: boolean;
}

/** What a value is edited by. */
export type Control =
  | { readonly kind: 'fixed'; readonly value: unknown }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'switch' }
  | { readonly kind: 'number'; readonly isWhole: boolean }
  /** A number, or a text that gives one. */
  | { readonly kind: 'number-or-text'; readonly text: ConfigSchema }
  /** A text; `as` is its `x-kind`, or empty. */
  | { readonly kind: 'text'; readonly as: string }
  /** Any of a few words. */
  | { readonly kind: 'flags'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly item: ConfigSchema }
  | { readonly kind: 'record'; readonly names: ConfigSchema; readonly value: ConfigSchema }
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  | { readonly kind: 'forms'; readonly forms: readonly Form[] }
  /** The schema says too little for anything else. */
  | { readonly kind: 'json' };

export function controlOf(schema: ConfigSchema): Control {
  if (schema.const !== undefined) return { kind: 'fixed', value: schema.const };
  if (schema.type === 'null') return { kind: 'fixed', value: null };
  if (schema.enum !== undefined) return { kind: 'choice', values: schema.enum.map(String) };
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms !== undefined) return controlOfForms(forms.map(toSchema));
  switch (schema.type) {
    case 'boolean':
      return { kind: 'switch' };
    case 'integer':
      return { kind: 'number', isWhole: true };
    case 'number':
      return { kind: 'number', isWhole: false };
    case 'string':
      return { kind: 'text', as: kindOf(schema) };
    case 'array':
      return controlOfItems(toSchema(Array.isArray(schema.items) ? undefined : schema.items));
    case 'object':
      return controlOfObject(schema);
    default:
      return { kind: 'json' };
  }
}

/** The fields of an object, in the order of its schema. */
export function fieldsOf({ properties = {}, required = [] }: ConfigSchema): readonly Field[] {
  return Object.entries(properties).map(([name, property]) => {
    const schema = toSchema(property);
    return {
      name,
      schema,
      title: titleOf(schema) ?? nameInWords(name),
      help: helpOf(schema),
      isRequired: required.includes(name),
    };
  });
}

function controlOfForms(forms: readonly ConfigSchema[]): Control {
  const [first] = forms;
  if (forms.length === 1 && first !== undefined) return controlOf(first);
  const isText = (form: ConfigSchema) => form.type === 'string';
  const text = forms.find((form) => isText(form) && form.const === undefined);
  // An empty text of a meaning of its own is typed like any other.
  if (text !== undefined && forms.every(isText)) return controlOf(text);
  const isNumber = (form: ConfigSchema) => form.type === 'number' || form.type === 'integer';
  if (text !== undefined && forms.length === 2 && forms.some(isNumber))
    return { kind: 'number-or-text', text };
  return { kind: 'forms', forms: toForms(forms) };
}

function controlOfItems(item: ConfigSchema): Control {
  return item.enum === undefined ? { kind: 'list', item } : { kind: 'flags', values: item.enum.map(String) };
}

function controlOfObject(schema: ConfigSchema): Control {
  const { properties, additionalProperties, propertyNames } = schema;
  if (properties !== undefined) return { kind: 'object', fields: fieldsOf(schema) };
  if (additionalProperties === undefined || additionalProperties === false) return { kind: 'json' };
  const value = toSchema(additionalProperties);
  return { kind: 'record', names: toSchema(propertyNames), value };
}
