import { describe, expect, test } from 'vitest';
import { controlOf } from '../../../src/canvas/form/schema-fields.ts';
import { titleOf } from '../../../src/canvas/form/schema-words.ts';
import { startOf } from '../../../src/canvas/form/start-value.ts';
import { journeyLabels } from '../../../src/canvas/panel/journey-labels.ts';
import { journeySchema } from '../../../src/canvas/panel/journey-schema.ts';
import { dataSchema, definitionSchema, policySchema } from '../../../src/journey/definition.ts';
import type { ConfigSchema } from '../../../src/journey/describe-node-type.ts';
import { entrySchema } from '../../../src/journey/entry.ts';

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

const all = sections.flatMap((section) => [...places(journeySchema(section), section)]);

describe('the settings of a journey', () => {
  test('every field and every form has a name in both languages', () => {
    const unnamed = all.filter(
      ([at, schema]) => /[.|][^[\]{}.|]+$/.test(at) && titleOf(schema) === undefined,
    );
    expect(unnamed.map(([at]) => at)).toEqual([]);
    expect(all.length).toBeGreaterThan(30);
  });

  test('every name is of a field that there is', () => {
    const known = new Set(all.map(([at]) => at));
    const lost = Object.keys(journeyLabels).filter((at) => !at.endsWith('{key}') && !known.has(at));
    expect(lost).toEqual([]);
  });

  test('nothing of it has to be edited as JSON', () => {
    expect(all.filter(([, schema]) => controlOf(schema).kind === 'json').map(([at]) => at)).toEqual([]);
  });

  test('what a field begins with is taken by the language', () => {
    const exit = definitionSchema.shape.exit.unwrap();
    expect(exit.safeParse(startOf(journeySchema('exit'))).success).toBe(true);
    const wholes = { entry: entrySchema, policy: policySchema, data: dataSchema } as const;
    for (const section of ['entry', 'policy', 'data'] as const) {
      const control = controlOf(journeySchema(section));
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
