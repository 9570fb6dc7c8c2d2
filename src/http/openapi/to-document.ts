// The whole document: a schema that has a name stands in it once, one that nobody refers to doesn't. Pure.

import type { SwaggerTransformObject } from '@fastify/swagger';
import { createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { jsonSchemaConfig } from './json-schema-config.ts';

/** Adds every schema with a name, as it is asked for and as it is answered. */
const addSchemas = createJsonSchemaTransformObject({ zodToJsonConfig: jsonSchemaConfig });

export const toDocument: SwaggerTransformObject = (input) => {
  const document = addSchemas(input);
  if (!('paths' in document && 'components' in document)) return document;
  const { paths, components } = document;
  const schemas: Readonly<Record<string, unknown>> = components?.schemas ?? {};
  const used = findUsed(paths, schemas);
  return {
    ...document,
    components: {
      ...components,
      schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name))),
    },
  } as typeof document;
};

function findUsed(part: unknown, schemas: Readonly<Record<string, unknown>>, found = new Set<string>()) {
  const references = JSON.stringify(part).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  for (const [, name = ''] of references) {
    if (found.has(name)) continue;
    found.add(name);
    findUsed(schemas[name], schemas, found);
  }
  return found;
}
