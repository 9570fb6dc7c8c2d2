// One field of a form: its control, what the checker says of it, and where it stands, so that it can be found.

import type { IssuePath } from '../../journey/issues.ts';
import { useText } from '../text/use-text.ts';
import type { FieldProps } from './control-props.ts';
import { ControlView } from './control-view.tsx';
import styles from './form.module.css';
import { useFormPlace } from './form-place.ts';
import { IssueNotes } from './issue-notes.tsx';
import { type Control, controlOf } from './schema-fields.ts';
import { findForm } from './schema-forms.ts';
import { useIssues } from './use-issues.ts';

/** These have fields of their own, which say what is wrong with them. */
const composed: ReadonlySet<string> = new Set(['list', 'record', 'object', 'forms']);

export function FieldView({
  schema,
  label,
  help,
  isRequired,
  isLabelHidden = false,
  value,
  path,
}: FieldProps) {
  const t = useText();
  const { base, write } = useFormPlace();
  const place = [...base, ...path];
  const control = controlOf(schema);
  const found = useIssues(place, { below: !composed.has(control.kind) });
  // Nothing has been written yet: which form it has to have is no news.
  const issues = isSaidInside(control, value) ? [] : value === '' ? found.slice(0, 1) : found;
  const error = issues.find(({ severity }) => severity === 'error');
  return (
    <div className={styles['field']} data-place={toPlace(place)}>
      <ControlView
        control={control}
        schema={schema}
        label={label}
        help={help}
        error={error === undefined ? undefined : t(error.text)}
        isRequired={isRequired}
        isLabelHidden={isLabelHidden}
        value={value}
        path={path}
        Field={FieldView}
        onChange={(next) => write(path, next)}
      />
      <IssueNotes issues={issues} isTextKnown={!composed.has(control.kind) && control.kind !== 'switch'} />
    </div>
  );
}

/** A form that is no object has a field of its own at the same place. */
function isSaidInside(control: Control, value: unknown): boolean {
  if (control.kind !== 'forms' || value === undefined) return false;
  const form = control.forms[findForm(control.forms, value)];
  const { kind } = controlOf(form?.schema ?? {});
  return kind !== 'object' && kind !== 'fixed';
}

/** A place as text, for `data-place`. */
export function toPlace(path: IssuePath): string {
  return JSON.stringify(path);
}
