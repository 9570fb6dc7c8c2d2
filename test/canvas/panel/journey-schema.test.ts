import { describe, expect, test } from 'vitest';
import { controlOf } from '../../../src/canvas/form/schema-fields.ts';
import { titleOf, toSchema } from '../../../src/canvas/form/schema-words.ts';
import { startOf } from '../../../src/canvas/form/start-value.ts';
import { journeySchema, sectionSchema } from '../../../src/canvas/panel/journey-schema.ts';
import { dataSchema } from '../../../src/journey/data-schema.ts';
import { definitionSchema } from '../../../src/journey/definition.ts';
import type { ConfigSchema } from '../../../src/journey/describe-node-type.ts';
import { entrySchema } from '../../../src/journey/entry.ts';
import { policySchema } from '../../../src/journey/policy-schema.ts';

const sections = ['entry', 'exit', 'policy', 'data'] as const;

/** Every field and form of a section, with its place. */
function* places(schema: ConfigSchema, at: string): Generator<readonly [string, ConfigSchema]> {
  const control = controlOf(schema);
  yield [at, schema];
  if (control.kind === 'object')
    for (const field of control.fields) yield* places(field.schema, `${at}.${field.name}`);
  if (control.kind === 'forms')
    for (const [index, form] of control.forms.entries()) yield* places(form.schema, `${at}|${index}`);
  if (control.kind === 'list') yield* places(control.item, `${at}[]`);
  if (control.kind === 'record') yield* places(control.value, `${at}{}`);
}

const all = sections.flatMap((section) => [...places(sectionSchema(section), section)]);

describe('the settings of a journey', () => {
  test('every field and every form has a name in both languages', () => {
    const unnamed = all.filter(
      ([at, schema]) => /[.|][^[\]{}.|]+$/.test(at) && titleOf(schema) === undefined,
    );
    expect(unnamed.map(([at]) => at)).toEqual([]);
    expect(all.length).toBeGreaterThan(30);
  });

  test('every field of a step has a name in both languages, its type’s own apart', () => {
    const { additionalProperties: step } = toSchema(journeySchema().properties?.['nodes']);
    const { properties = {} } = toSchema(step);
    const unnamed = Object.entries(properties).filter(
      ([, schema]) => titleOf(toSchema(schema)) === undefined,
    );
    expect(unnamed.map(([name]) => name)).toEqual([]);
  });

  test('nothing of it has to be edited as JSON', () => {
    expect(all.filter(([, schema]) => controlOf(schema).kind === 'json').map(([at]) => at)).toEqual([]);
  });

  test('what a field begins with is taken by the language', () => {
    const exit = definitionSchema.shape.exit.unwrap();
    expect(exit.safeParse(startOf(sectionSchema('exit'))).success).toBe(true);
    const wholes = { entry: entrySchema, policy: policySchema, data: dataSchema } as const;
    for (const section of ['entry', 'policy', 'data'] as const) {
      const control = controlOf(sectionSchema(section));
      for (const field of control.kind === 'object' ? control.fields : []) {
        const inner = controlOf(field.schema);
        const forms = inner.kind === 'forms' ? inner.forms.map(({ schema }) => schema) : [field.schema];
        for (const form of forms) {
          const value = {
            ...(section === 'entry' ? { on: { api: true } } : {}),
            [field.name]: startOf(form),
          };
          // Records begin empty, and conditions are written, not added.
          if (controlOf(form).kind === 'record' || ['if', 'key'].includes(field.name)) continue;
          expect([field.name, value, wholes[section].safeParse(value).success]).toEqual([
            field.name,
            value,
            true,
          ]);
        }
      }
    }
  });
});
