// The JSON Schemas of scripts and journey tests: what editors complete and check while they are written. Made from the
// zod schemas. Pure; draft 7, which every editor reads.

import type { z } from 'zod';
import { toJsonSchema } from '../journey/json-schema.ts';
import { journeyTestSchema } from './journey-test.ts';
import { scriptSchema } from './script.ts';

/** The schemas' files, by name in `schemas/`. */
export const scriptSchemaFiles: { readonly [file: string]: () => string } = {
  'journey-test.v1.json': () => render('Journey test', journeyTestSchema),
  'script.v1.json': () => render('Script', scriptSchema),
};

function render(title: string, schema: z.ZodType): string {
  return `${JSON.stringify({ title, ...toJsonSchema(schema) }, undefined, 2)}\n`;
}
