// A choice of forms: which one, and its fields.

import { useText } from '../text/use-text.ts';
import { Select } from '../ui/field.tsx';
import type { ControlProps } from './control-props.ts';
import { FieldList } from './field-list.tsx';
import styles from './form.module.css';
import { Help } from './help.tsx';
import { canMap, ParameterFields } from './parameter-fields.tsx';
import { controlOf } from './schema-fields.ts';
import { type Form, findForm, toForm } from './schema-forms.ts';
import { useTemplateUse } from './template-control.tsx';

const texts = {
  none: { en: 'none', ko: '없음' },
  form: { en: 'form', ko: '형식' },
  usual: { en: 'default', ko: '기본값' },
};
const unset = 'unset';

export function FormsControl(props: ControlProps<'forms'>) {
  const { control, schema, label, help, isRequired, isLabelHidden = false, value, path, onChange } = props;
  const t = useText();
  const { template } = useTemplateUse(path.slice(0, -1));
  if (path.at(-1) === 'body' && canMap(template, value))
    return <ParameterFields {...props} template={template} />;
  const index = value === undefined ? undefined : findForm(control.forms, value);
  const form = index === undefined ? undefined : control.forms[index];
  const rest = schema.default === undefined ? t(texts.none) : t(texts.usual);
  return (
    <div className={styles['control']}>
      <div className={styles['choice']}>
        <span className={isLabelHidden ? '' : styles['label']} aria-hidden="true">
          {isLabelHidden ? '' : label}
        </span>
        <Select
          label={`${label}: ${t(texts.form)}`}
          isLabelHidden
          choices={[
            ...(isRequired ? [] : [{ id: unset, label: rest }]),
            ...control.forms.map(({ title }, at) => ({ id: String(at), label: t(title) })),
          ]}
          value={index === undefined ? (isRequired ? undefined : unset) : String(index)}
          onChange={(id) => {
            const chosen = control.forms[Number(id)];
            if (id === unset) onChange(undefined);
            else if (chosen !== undefined && Number(id) !== index) onChange(toForm(value, chosen.schema));
          }}
        />
      </div>
      {form !== undefined && <Chosen key={index} {...props} form={form} />}
      <Help text={help} />
    </div>
  );
}

interface ChosenProps extends ControlProps<'forms'> {
  readonly form: Form;
}

/** An object's fields follow the choice; a form that is fixed has none. */
function Chosen({ form, label, value, path, Field }: ChosenProps) {
  const control = controlOf(form.schema);
  if (control.kind === 'fixed') return null;
  if (control.kind !== 'object')
    return <Field schema={form.schema} label={label} isLabelHidden isRequired value={value} path={path} />;
  if (control.fields.every(({ schema }) => controlOf(schema).kind === 'fixed')) return null;
  return (
    <div className={path.length === 0 ? styles['fields'] : styles['inset']}>
      <FieldList fields={control.fields} value={value} path={path} Field={Field} />
    </div>
  );
}
