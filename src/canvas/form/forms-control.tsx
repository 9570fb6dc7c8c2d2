// A choice of forms: which one, and its fields.

import { useText } from '../text/use-text.ts';
import { Select } from '../ui/field.tsx';
import type { ControlProps } from './control-props.ts';
import { FieldList } from './field-list.tsx';
import styles from './form.module.css';
import { controlOf } from './schema-fields.ts';
import { findForm, toForm } from './schema-forms.ts';

const texts = {
  none: { en: 'none', ko: '없음' },
  usual: { en: 'default', ko: '기본값' },
};
const unset = 'unset';

export function FormsControl(props: ControlProps<'forms'>) {
  const { control, schema, label, help, isRequired, value, path, onChange } = props;
  const t = useText();
  const index = value === undefined ? undefined : findForm(control.forms, value);
  const form = index === undefined ? undefined : control.forms[index];
  const rest = schema.default === undefined ? t(texts.none) : t(texts.usual);
  return (
    <div className={styles['control']}>
      <Select
        label={label}
        {...(help === undefined ? {} : { help })}
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
      {form !== undefined && <Chosen key={index} {...props} form={form} path={path} />}
    </div>
  );
}

/** An object's fields follow the choice; a form that is fixed has none. */
function Chosen({
  form,
  label,
  value,
  path,
  Field,
}: ControlProps<'forms'> & { readonly form: ControlProps<'forms'>['control']['forms'][number] }) {
  const t = useText();
  const control = controlOf(form.schema);
  if (control.kind === 'fixed') return null;
  if (control.kind === 'object') {
    if (control.fields.length === 0) return null;
    return (
      <div className={styles['inset']}>
        <FieldList fields={control.fields} value={value} path={path} Field={Field} />
      </div>
    );
  }
  return (
    <Field schema={form.schema} label={`${label}: ${t(form.title)}`} isRequired value={value} path={path} />
  );
}
