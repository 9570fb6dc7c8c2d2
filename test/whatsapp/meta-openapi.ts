// Meta's published schema of POST /messages as a validator. The description is stricter in form than it can mean,
// so it is mended in four named places before it is compiled; everything else is checked as Meta wrote it.

import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { z } from 'zod';

const objectShape = z.looseObject({
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()),
});
const combinedShape = z.looseObject({ allOf: z.tuple([z.unknown(), objectShape]) });
const documentShape = z.looseObject({
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

/** The schemas of the description, by name. Parsing takes half a second: do it once. */
export function readMetaSchemas(path: string): { readonly [name: string]: unknown } {
  return documentShape.parse(parse(readFileSync(path, 'utf8'))).components.schemas;
}

/** A validator for one kind of message that refuses unknown top-level fields. */
export function compileMessageSchema(
  schemas: { readonly [name: string]: unknown },
  name: 'TextMessage' | 'TemplateMessage',
): ValidateFunction {
  const base = objectShape.parse(schemas.BaseMessageProperties);
  const own = combinedShape.parse(schemas[name]).allOf[1];
  const ajv = new Ajv2020({ strict: false, logger: false });
  return ajv.compile({
    type: 'object',
    // 1. `allOf` of two closed objects admits nothing: read as one object with the fields of both.
    additionalProperties: false,
    // 2. `to` is optional beside `recipient` since business-scoped ids (F§1.2), newer than this version.
    required: [...(base.required ?? []).filter((field) => field !== 'to'), ...(own.required ?? [])],
    properties: {
      ...base.properties,
      ...own.properties,
      // 3. Two documented fields are missing from the description (F§1.2).
      recipient: { type: 'string', pattern: '^[A-Z]{2}\\.' },
      biz_opaque_callback_data: { type: 'string' },
    },
    anyOf: [{ required: ['to'] }, { required: ['recipient'] }],
    components: { schemas: withOptionalPolicy(schemas) },
  });
}

/** 4. `language.policy` is marked required, but Meta's own samples leave it out (F§1.3 names `code` alone). */
function withOptionalPolicy(schemas: { readonly [name: string]: unknown }): {
  readonly [name: string]: unknown;
} {
  const used = ['TemplateObject', 'TemplateComponent', 'MessageContext'];
  const kept = Object.fromEntries(used.map((name) => [name, schemas[name]]));
  return { ...kept, LanguageObject: { ...objectShape.parse(schemas.LanguageObject), required: ['code'] } };
}
