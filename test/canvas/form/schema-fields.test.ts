import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../activities/nodes/index.ts';
import { type Control, controlOf } from '../../../src/canvas/form/schema-fields.ts';
import { findForm, toForm } from '../../../src/canvas/form/schema-forms.ts';
import { startOf } from '../../../src/canvas/form/start-value.ts';
import { type ConfigSchema, describeNodeType } from '../../../src/journey/describe-node-type.ts';

const nodeTypes = [...catalogue.values()].map((type) => describeNodeType(type));

function schemaOf(type: string): ConfigSchema {
  const found = nodeTypes.find((one) => one.type === type);
  if (found === undefined) throw new Error(type);
  return found.schema;
}

function fieldControl(type: string, name: string): Control {
  const control = controlOf(schemaOf(type));
  const field = control.kind === 'object' ? control.fields.find((one) => one.name === name) : undefined;
  return controlOf(field?.schema ?? {});
}

/** Every control of a schema, with the place it stands at. */
function* allControls(schema: ConfigSchema, at: string): Generator<readonly [string, Control, ConfigSchema]> {
  const control = controlOf(schema);
  yield [at, control, schema];
  if (control.kind === 'object')
    for (const field of control.fields) yield* allControls(field.schema, `${at}.${field.name}`);
  if (control.kind === 'forms')
    for (const [index, form] of control.forms.entries()) yield* allControls(form.schema, `${at}|${index}`);
  if (control.kind === 'list') yield* allControls(control.item, `${at}[]`);
  if (control.kind === 'record') yield* allControls(control.value, `${at}{}`);
}

const everything = nodeTypes.flatMap(({ type, schema }) => [...allControls(schema, type)]);

describe('fields of a form', () => {
  test('every place of every built-in type has a control of its own', () => {
    expect(everything.filter(([, { kind }]) => kind === 'json').map(([at]) => at)).toEqual([]);
    expect(everything.length).toBeGreaterThan(200);
  });

  test('they are in the order of the schema, with title, help and whether one has to fill them in', () => {
    const control = controlOf(schemaOf('whatsapp.wait-window'));
    expect(control.kind === 'object' && control.fields).toMatchObject([
      { name: 'within', isRequired: true, title: { ko: expect.any(String) } },
      { name: 'minutesLeft', isRequired: false, help: { en: expect.any(String) } },
    ]);
  });

  test.each([
    ['sms.send', 'text', { kind: 'text', as: 'text' }],
    ['sms.send', 'category', { kind: 'choice', values: expect.arrayContaining(['marketing']) }],
    ['whatsapp.wait-window', 'minutesLeft', { kind: 'number', isWhole: true }],
    ['whatsapp.read', 'typing', { kind: 'switch' }],
    ['whatsapp.wait-reply', 'choices', { kind: 'record' }],
    ['branch', 'cases', { kind: 'list' }],
    ['whatsapp.reaction', 'emoji', { kind: 'text', as: 'text' }],
    ['whatsapp.reaction', 'to', { kind: 'forms' }],
  ])('%s.%s is edited by what fits it', (type, name, control) => {
    expect(fieldControl(type, name)).toMatchObject(control);
  });

  test('a schema that says nothing is edited as JSON', () => {
    expect(controlOf({}).kind).toBe('json');
    expect(controlOf({ type: 'object' }).kind).toBe('json');
  });

  test('a number that may come from the data is one field', () => {
    const location = everything.find(([at]) => at.endsWith('.location.latitude'));
    expect(location?.[1].kind).toBe('number-or-text');
  });

  test('a field without a title is called by its key in words', () => {
    const control = controlOf({ type: 'object', properties: { firstName: { type: 'string' } } });
    expect(control.kind === 'object' && control.fields[0]?.title.en).toBe('First name');
  });
});

describe('a choice of forms', () => {
  const choices = everything.flatMap(([at, control]) =>
    control.kind === 'forms' ? [{ at, forms: control.forms }] : [],
  );

  test.each(choices)('$at: what a form begins with is of that form', ({ forms }) => {
    for (const [index, { schema }] of forms.entries()) expect(findForm(forms, startOf(schema))).toBe(index);
  });

  test.each(choices)('$at: its forms have different names', ({ forms }) => {
    expect(new Set(forms.map(({ title }) => title.en)).size).toBe(forms.length);
    expect(new Set(forms.map(({ title }) => title.ko)).size).toBe(forms.length);
  });

  test('what both forms know is kept when one changes to the other', () => {
    const control = controlOf(schemaOf('whatsapp.message'));
    const forms = control.kind === 'forms' ? control.forms : [];
    const buttons = forms.find(({ title }) => title.en === 'Buttons');
    const changed = toForm({ text: 'Hello', await: 'read', previewUrl: true }, buttons?.schema ?? {});
    expect(changed).toMatchObject({ text: 'Hello', await: 'read', buttons: [{ title: '' }] });
    expect(changed).not.toHaveProperty('previewUrl');
  });

  test('a value that fits none has the form that it is nearest to', () => {
    const control = controlOf(schemaOf('delay'));
    const forms = control.kind === 'forms' ? control.forms : [];
    expect(forms[findForm(forms, { until: 'later', more: 1 })]?.title.en).toBe('Until');
  });
});
