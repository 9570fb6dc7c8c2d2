// What a form cannot show, as JSON.

import { useText } from '../text/use-text.ts';
import { TextField } from '../ui/field.tsx';
import type { ControlProps } from './control-props.ts';
import { useDraft } from './use-draft.ts';

const texts = {
  refused: {
    en: 'This is no JSON yet: the value stays as it was.',
    ko: '아직 JSON이 아니므로 값은 그대로입니다.',
  },
};

export function JsonControl({ label, help, error, value, onChange }: ControlProps<'json'>) {
  const t = useText();
  const written = value === undefined ? '' : JSON.stringify(value, null, 2);
  const draft = useDraft(written, (text) => {
    const read = readJson(text);
    if (read !== unreadable) onChange(read);
  });
  const isWrong = draft.isRefused && readJson(draft.text) === unreadable;
  return (
    <TextField
      label={label}
      {...(help === undefined ? {} : { help })}
      isCode
      lines={4}
      value={draft.text}
      onChange={draft.onChange}
      error={isWrong ? t(texts.refused) : error}
    />
  );
}

const unreadable = Symbol('unreadable');

/** No text is no value. */
function readJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return unreadable;
  }
}
