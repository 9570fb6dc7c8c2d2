// Fields of an object inside a form.

import type { ControlProps } from './control-props.ts';
import { FieldList } from './field-list.tsx';
import styles from './form.module.css';

export function ObjectControl({ control, label, help, value, path, Field }: ControlProps<'object'>) {
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['label']}>{label}</legend>
      {help !== undefined && <p className={styles['help']}>{help}</p>}
      <FieldList fields={control.fields} value={value} path={path} Field={Field} />
    </fieldset>
  );
}
