// How zod's schemas become JSON Schema in the document. What only parsing needs is left out: patterns that a format says
// already, bounds that every number has. Pure.

import type { createJsonSchemaTransform } from 'fastify-type-provider-zod';

type Config = NonNullable<Parameters<typeof createJsonSchemaTransform>[0]['zodToJsonConfig']>;

export const jsonSchemaConfig: Config = {
  override: ({ zodSchema, jsonSchema }) => {
    const { def } = zodSchema._zod;
    // Answers may grow: what a client doesn't know is no mistake.
    if (def.type === 'object' && def.catchall === undefined) delete jsonSchema.additionalProperties;
    // An answer without a body (204).
    if (def.type === 'undefined') jsonSchema.type = 'null';
    if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  },
};
