// A duration: a number and a unit, or its text where it takes several units.

import { useText } from '../text/use-text.ts';
import { Select, TextField } from '../ui/field.tsx';
import type { ControlProps } from './control-props.ts';
import { type DurationUnit, durationUnits, fromParts, toParts } from './duration-parts.ts';
import styles from './form.module.css';
import { Help } from './help.tsx';
import { useDraft } from './use-draft.ts';

const texts = {
  unit: { en: 'unit', ko: '단위' },
  refused: { en: 'A whole number is expected.', ko: '정수를 입력하세요.' },
};
const units = {
  second: { en: 'seconds', ko: '초' },
  minute: { en: 'minutes', ko: '분' },
  hour: { en: 'hours', ko: '시간' },
  day: { en: 'days', ko: '일' },
  week: { en: 'weeks', ko: '주' },
  month: { en: 'months', ko: '개월' },
  year: { en: 'years', ko: '년' },
  text: { en: 'as text', ko: '직접 입력' },
} as const;

export function DurationControl({
  schema,
  label,
  help,
  error,
  value,
  isRequired,
  onChange,
}: ControlProps<'text'>) {
  const t = useText();
  const written = typeof value === 'string' ? value : '';
  const usual = toParts(String(schema.default ?? ''));
  const parts = toParts(written);
  const isText = written !== '' && parts === undefined;
  const unit = parts?.unit ?? usual?.unit ?? 'hour';
  const set = (text: string) => onChange(text === '' && !isRequired ? undefined : text);
  const draft = useDraft(parts === undefined ? written : String(parts.amount), (text) => {
    if (isText || text === '') set(text);
    else if (/^\d+$/.test(text)) set(fromParts({ amount: Number(text), unit }));
    else if (text.startsWith('P')) set(text);
  });
  return (
    <div className={styles['control']}>
      <div className={styles['duration']}>
        <TextField
          label={label}
          value={draft.text}
          onChange={draft.onChange}
          inputMode={isText ? 'text' : 'numeric'}
          placeholder={usual === undefined ? '' : String(usual.amount)}
          error={draft.isRefused ? t(texts.refused) : error}
        />
        <Select
          label={`${label}: ${t(texts.unit)}`}
          isLabelHidden
          choices={[...durationUnits, ...(isText ? (['text'] as const) : [])].map((id) => ({
            id,
            label: t(units[id]),
          }))}
          value={isText ? 'text' : unit}
          onChange={(id) => {
            if (id !== 'text')
              set(fromParts({ amount: parts?.amount ?? usual?.amount ?? 1, unit: id as DurationUnit }));
          }}
        />
      </div>
      <Help text={help} />
    </div>
  );
}
