// Fields of an object inside a form.

import type { ControlProps } from './control-props.ts';
import { FieldList } from './field-list.tsx';
import styles from './form.module.css';
import { Help } from './help.tsx';

export function ObjectControl(props: ControlProps<'object'>) {
  const { control, label, help, isLabelHidden = false, value, path, Field } = props;
  const list = <FieldList fields={control.fields} value={value} path={path} Field={Field} />;
  const [only] = control.fields;
  // An object around a single field is the field.
  if (control.fields.length === 1 && only?.isRequired === true) return list;
  return (
    <fieldset className={styles['group']}>
      <legend className={styles[isLabelHidden ? 'unseen' : 'label']}>{label}</legend>
      <Help text={help} />
      {list}
    </fieldset>
  );
}
