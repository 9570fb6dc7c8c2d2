// What colleagues should know of a step or of the whole journey.

import { useDraft } from '../form/use-draft.ts';
import { useText } from '../text/use-text.ts';
import { TextField } from '../ui/field.tsx';

const texts = {
  note: { en: 'Note', ko: '메모' },
  help: {
    en: 'For colleagues; people never see it.',
    ko: '동료를 위한 메모이며 고객에게는 보이지 않습니다.',
  },
};

interface Props {
  readonly note: string | undefined;
  readonly lines: number;
  readonly onChange: (note: string | undefined) => void;
}

export function NoteField({ note = '', lines, onChange }: Props) {
  const t = useText();
  const draft = useDraft(note, (text) => onChange(text === '' ? undefined : text));
  return (
    <TextField
      label={t(texts.note)}
      help={t(texts.help)}
      lines={lines}
      value={draft.text}
      onChange={draft.onChange}
    />
  );
}
