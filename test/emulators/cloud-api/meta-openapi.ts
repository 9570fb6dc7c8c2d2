// Meta's OpenAPI description as these tests need it: its request examples with their placeholders filled in, and its
// schemas as validators. It is not part of this project: set META_OPENAPI to its path, or put it where the shared
// folder of the sessions has it.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Body, isList, type Json } from './mutations.ts';

const document = z.looseObject({
  paths: z.record(z.string(), z.looseObject({ post: z.unknown().optional() })),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});
const operation = z.looseObject({
  requestBody: z.looseObject({
    content: z.looseObject({
      'application/json': z.looseObject({
        examples: z.record(z.string(), z.looseObject({ value: z.record(z.string(), z.json()) })),
      }),
    }),
  }),
});

const root = path.resolve(import.meta.dirname, '../../..');
const file = process.env['META_OPENAPI'] ?? path.resolve(root, '../shared/facts/meta-openapi-v23.yaml');

export const isMetaHere = existsSync(file);
export const PERSON = '+16505551234';

if (!isMetaHere && process.env['CI'] !== 'true') {
  console.warn("Skipped: Meta's OpenAPI description is not here; set META_OPENAPI to its path.");
}

export class MetaOpenApi {
  readonly #document: z.infer<typeof document>;
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });

  /** Parsing takes half a second: do it once. */
  constructor() {
    this.#document = document.parse(parse(readFileSync(file, 'utf8')));
    addFormats.default(this.#ajv);
    this.#ajv.addSchema({ $id: 'meta', components: this.#document.components });
  }

  schemas(): Readonly<Record<string, unknown>> {
    return this.#document.components.schemas;
  }

  /** The named request examples of a path's POST; of sending messages unless told. */
  examples(of = '/{Version}/{Phone-Number-ID}/messages'): readonly (readonly [name: string, body: Body])[] {
    const { requestBody } = operation.parse(this.#document.paths[of]?.post);
    return Object.entries(requestBody.content['application/json'].examples).map(([name, { value }]) => [
      name,
      withFilledPlaceholders(value),
    ]);
  }

  /** What is wrong with `value` by the schema of that name; empty: nothing. */
  problems(schema: string, value: unknown): string {
    const validate = this.#ajv.compile({ $ref: `meta#/components/schemas/${schema}` });
    return validate(value) ? '' : this.#ajv.errorsText(validate.errors);
  }
}

/** The examples are a Postman collection's: numbers, links, a header's type and a template's name are blanks in it. */
function withFilledPlaceholders(body: Body): Body {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, fillPlaceholders(value)]));
}

function fillPlaceholders(value: Json): Json {
  if (isList(value)) return value.map(fillPlaceholders);
  if (typeof value === 'object' && value !== null) return withFilledPlaceholders(value);
  if (typeof value !== 'string') return value;
  if (/^\{\{Recipient-(WA-)?Phone-Number\}\}$/.test(value)) return PERSON;
  if (value === '<HEADER_TYPE>') return 'text';
  if (value === '<TEMPLATE_NAME>') return 'template_name';
  return value.replace(/^<?http(\(s\))?:\/\/([\w-]+)>?$/, 'https://example.com/$2');
}
