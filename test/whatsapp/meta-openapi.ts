// Meta's published description of POST /messages as a validator, and its request examples. The description is in part
// narrower than Meta's own examples and documentation, so it is mended in the named places of `meta-mendings.ts`;
// everything else is checked as Meta wrote it.

import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { z } from 'zod';
import { mend } from './meta-mendings.ts';

/** A schema as it stands in the description, to be changed in place. */
export type Schema = { [keyword: string]: Json };
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Schemas = { [name: string]: Schema };

const schemaShape: z.ZodType<Schema> = z.record(z.string(), z.json());
const documentShape = z.looseObject({
  components: z.looseObject({ schemas: z.record(z.string(), schemaShape) }),
  paths: z.looseObject({
    '/{Version}/{Phone-Number-ID}/messages': z.looseObject({
      post: z.looseObject({
        requestBody: z.looseObject({
          content: z.looseObject({
            'application/json': z.looseObject({
              examples: z.record(z.string(), z.looseObject({ value: schemaShape })),
            }),
          }),
        }),
      }),
    }),
  }),
});

export interface MetaDescription {
  /** Of a message, or of the receipt that one was read. */
  readonly validate: ValidateFunction;
  /** The named request examples, with their blanks filled in. */
  readonly examples: readonly (readonly [name: string, body: Schema])[];
}

/** Parsing takes half a second: do it once. */
export function readMetaDescription(path: string): MetaDescription {
  const { components, paths } = documentShape.parse(parse(readFileSync(path, 'utf8')));
  const { content } = paths['/{Version}/{Phone-Number-ID}/messages'].post.requestBody;
  return {
    validate: compile(toJsonSchemas(mend(components.schemas))),
    examples: Object.entries(content['application/json'].examples).map(([name, { value }]) => [
      name,
      schemaShape.parse(fillBlanks(value)),
    ]),
  };
}

function compile(schemas: Schemas): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, logger: false });
  addFormats.default(ajv);
  return ajv.compile({
    anyOf: [toRef('Message'), toRef('MarkMessageRequestPayload')],
    components: { schemas },
  });
}

/**
 * OpenAPI's inheritance in JSON Schema's words: `allOf` of a base and a kind is one closed object with the fields of
 * both (two closed objects admit nothing), and a discriminator says that it is one of the kinds.
 */
function toJsonSchemas(schemas: Schemas): Schemas {
  const flat = Object.entries(schemas).map(([name, schema]): [string, Schema] => {
    const kinds = kindsOf(schema);
    return [name, kinds === undefined ? toOneObject(schema, schemas) : { oneOf: kinds.map(toRef) }];
  });
  return Object.fromEntries(flat);
}

function kindsOf({ discriminator }: Schema): string[] | undefined {
  const parsed = z.looseObject({ mapping: z.record(z.string(), z.string()) }).safeParse(discriminator);
  return parsed.success ? Object.values(parsed.data.mapping).map(toName) : undefined;
}

const combined = z.tuple([
  z.object({ $ref: z.string() }),
  z.looseObject({ properties: schemaShape, required: z.array(z.string()).default([]) }),
]);
const base = z.looseObject({ properties: schemaShape, required: z.array(z.string()).default([]) });

function toOneObject(schema: Schema, schemas: Schemas): Schema {
  const parsed = combined.safeParse(schema['allOf']);
  if (!parsed.success) return schema;
  const [{ $ref }, own] = parsed.data;
  const { discriminator: _kinds, ...inherited } = base.parse(schemas[toName($ref)]);
  return schemaShape.parse({
    ...inherited,
    additionalProperties: false,
    required: [...inherited.required, ...own.required],
    properties: { ...inherited.properties, ...own.properties },
  });
}

function toRef(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

function toName(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

/** The examples are a Postman collection's: numbers, links and a header's type are blanks in it. */
function fillBlanks(value: Json): Json {
  if (Array.isArray(value)) return value.map(fillBlanks);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillBlanks(inner)]));
  }
  if (typeof value !== 'string') return value;
  if (/^\{\{Recipient-(WA-)?Phone-Number\}\}$/.test(value)) return '+16505551234';
  if (value === '16315555555') return '+16315555555';
  if (value === '<HEADER_TYPE>') return 'text';
  return value.replace(/^<?http(\(s\))?:\/\/([\w-]+)>?$/, 'https://example.com/$2');
}
