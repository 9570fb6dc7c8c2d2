// What a template's body has to be given: one field for each of its variables, with the words around it.

import type { ConfigSchema } from '../../journey/describe-node-type.ts';
import type { TemplateInfo } from '../../journey/surroundings.ts';
import { valueAt } from '../model/set-in.ts';
import type { ControlProps } from './control-props.ts';
import styles from './form.module.css';
import { controlOf } from './schema-fields.ts';
import { contextOf, parametersOf } from './template-words.ts';

interface Props extends Pick<ControlProps, 'schema' | 'label' | 'value' | 'path' | 'Field'> {
  readonly template: TemplateInfo;
}

export function ParameterFields({ template, schema, label, value, path, Field }: Props) {
  const parameters = parametersOf(template) ?? [];
  if (parameters.length === 0) return null;
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['label']}>{label}</legend>
      {parameters.map((parameter) => {
        const name = typeof parameter === 'number' ? String(parameter + 1) : parameter;
        return (
          <Field
            key={parameter}
            schema={schemaOf(schema, typeof parameter === 'number' ? 'list' : 'record')}
            label={`{{${name}}}`}
            help={contextOf(template, name)}
            isRequired
            value={valueAt(value, [parameter])}
            path={[...path, parameter]}
          />
        );
      })}
    </fieldset>
  );
}

/** Whether each variable has a field: the template is known, and the config is of its form or not there yet. */
export function canMap(template: TemplateInfo | undefined, value: unknown): template is TemplateInfo {
  const parameters = template && parametersOf(template);
  if (parameters === undefined) return false;
  const given = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const isOrdered = typeof parameters[0] === 'number';
  const isOfForm = value === undefined || (parameters.length > 0 && Array.isArray(value) === isOrdered);
  return isOfForm && given.every((key) => parameters.some((parameter) => String(parameter) === key));
}

/** Of one value of the body, by name or in order. */
function schemaOf(schema: ConfigSchema, kind: 'record' | 'list'): ConfigSchema {
  const control = controlOf(schema);
  const controls = control.kind === 'forms' ? control.forms.map((form) => controlOf(form.schema)) : [control];
  for (const one of controls) {
    if (kind === 'record' && one.kind === 'record') return one.value;
    if (kind === 'list' && one.kind === 'list') return one.item;
  }
  return { type: 'string', 'x-kind': 'text' };
}
