// The sections of a journey as schemas of forms: the shape is the language's own (`definitionSchema`), what each field is
// called and how it is edited stands here. A test finds what has no name.

import { z } from 'zod';
import type { LocalizedText } from '../../journey/catalogue.ts';
import { dataSchema, definitionSchema, policySchema } from '../../journey/definition.ts';
import type { ConfigSchema } from '../../journey/describe-node-type.ts';
import { entrySchema } from '../../journey/entry.ts';
import { toSchema } from '../form/schema-words.ts';
import { journeyLabels, type Label } from './journey-labels.ts';

export type Section = 'entry' | 'exit' | 'policy' | 'data';

const schemas: { readonly [S in Section]: z.ZodType } = {
  entry: entrySchema,
  exit: definitionSchema.shape.exit.unwrap(),
  policy: policySchema,
  data: dataSchema,
};
const made = new Map<Section, ConfigSchema>();

export function journeySchema(section: Section): ConfigSchema {
  const known = made.get(section);
  if (known !== undefined) return known;
  const plain = z.toJSONSchema(schemas[section], { io: 'input', unrepresentable: 'any' });
  const labelled = label(toSchema(plain), section);
  made.set(section, labelled);
  return labelled;
}

/** @param at names a place: `policy.caps[].per`, `entry.on|2` for the third form, `data.person{}` for a record's values */
function label(schema: ConfigSchema, at: string): ConfigSchema {
  const { anyOf, items, properties, additionalProperties, propertyNames } = schema;
  return {
    ...schema,
    ...toHints(Object.hasOwn(journeyLabels, at) ? journeyLabels[at] : undefined),
    ...(anyOf === undefined
      ? {}
      : { anyOf: anyOf.map((form, index) => label(toSchema(form), `${at}|${index}`)) }),
    ...(items === undefined ? {} : { items: label(toSchema(items), `${at}[]`) }),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: label(toSchema(additionalProperties), `${at}{}`) }
      : {}),
    ...(propertyNames === undefined ? {} : { propertyNames: label(toSchema(propertyNames), `${at}{key}`) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, property]) => [
              name,
              label(toSchema(property), `${at}.${name}`),
            ]),
          ),
        }),
  } as ConfigSchema;
}

function toHints(given: Label | undefined): {
  readonly [key: string]: LocalizedText | string | readonly unknown[];
} {
  if (given === undefined) return {};
  const { title, help, kind, example } = given;
  return {
    ...(title === undefined ? {} : { 'x-title': title }),
    ...(help === undefined ? {} : { 'x-help': help }),
    ...(kind === undefined ? {} : { 'x-kind': kind }),
    ...(example === undefined ? {} : { examples: [example] }),
  };
}
