// The committed JSON Schemas of scripts and journey tests: as the zod schemas have them, for an independent validator.

import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { scriptSchemaFiles } from '../../src/simulator/script-schemas.ts';

const read = (file: string) => readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8');

test.each(Object.entries(scriptSchemaFiles))('%s is what `npm run gen` writes', (file, render) => {
  expect(read(file)).toBe(render());
});

test('an editor takes a good journey test and refuses a slip', () => {
  const ajv = new Ajv({ strict: false });
  formats.default(ajv);
  const accepts = ajv.compile(JSON.parse(read('journey-test.v1.json')));
  const testOf = (step: object) => ({
    journey: './a.json',
    tests: [{ name: 'a', world: [step], expect: {} }],
  });
  expect(accepts(testOf({ at: '2h', deliver: true }))).toBe(true);
  expect(accepts(testOf({ at: '2h', delivered: true }))).toBe(false);
});
