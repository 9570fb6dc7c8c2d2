// Numbers, and what may be a number or a text that gives one.

import { useText } from '../text/use-text.ts';
import { TextField } from '../ui/field.tsx';
import { CodeField } from './code-field.tsx';
import type { ControlProps } from './control-props.ts';
import { useDraft } from './use-draft.ts';

const texts = {
  refused: { en: 'A number is expected.', ko: '숫자를 입력하세요.' },
};
const plainNumber = /^-?\d+(?:\.\d+)?$/;

export function NumberControl({
  control,
  schema,
  label,
  help,
  error,
  value,
  isRequired,
  onChange,
}: ControlProps<'number'>) {
  const t = useText();
  const written = typeof value === 'number' ? String(value) : '';
  const draft = useDraft(written, (text) => {
    if (text.trim() === '') onChange(isRequired ? '' : undefined);
    else if (plainNumber.test(text.trim())) onChange(Number(text));
  });
  return (
    <TextField
      label={label}
      {...(help === undefined ? {} : { help })}
      value={draft.text}
      onChange={draft.onChange}
      inputMode={control.isWhole ? 'numeric' : 'decimal'}
      placeholder={schema.default === undefined ? '' : String(schema.default)}
      error={draft.isRefused ? t(texts.refused) : error}
    />
  );
}

export function NumberOrTextControl({
  control,
  value,
  isRequired,
  onChange,
  ...field
}: ControlProps<'number-or-text'>) {
  return (
    <CodeField
      {...field}
      language="liquid"
      lines={1}
      schema={control.text}
      value={typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''}
      onChange={(text) => {
        if (text === '' && !isRequired) onChange(undefined);
        else onChange(plainNumber.test(text) ? Number(text) : text);
      }}
    />
  );
}
