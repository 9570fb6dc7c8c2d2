// One of a few words, several of them, or on and off.

import { Label, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useText } from '../text/use-text.ts';
import { Select } from '../ui/field.tsx';
import { Switch } from '../ui/switch.tsx';
import type { ControlProps } from './control-props.ts';
import styles from './form.module.css';
import { Help } from './help.tsx';
import { valueWords } from './value-words.ts';

const texts = {
  usual: { en: 'default', ko: '기본값' },
  none: { en: 'not set', ko: '설정 안 함' },
};

/** Stands for no value; no word of the language looks like it. */
const unset = '$unset';

export function ChoiceControl({
  control,
  schema,
  isRequired,
  value,
  onChange,
  ...field
}: ControlProps<'choice'>) {
  const t = useText();
  const known = control.values.map((word) => ({ id: word, label: t(valueWords(word)) }));
  const usual = typeof schema.default === 'string' ? t(valueWords(schema.default)) : undefined;
  const rest = usual === undefined ? t(texts.none) : `${usual} (${t(texts.usual)})`;
  const isOdd = typeof value === 'string' && !control.values.includes(value);
  return (
    <Select
      {...toCommon(field)}
      choices={[
        ...(isRequired ? [] : [{ id: unset, label: rest }]),
        ...known,
        ...(isOdd ? [{ id: value, label: value }] : []),
      ]}
      value={typeof value === 'string' ? value : isRequired ? undefined : unset}
      onChange={(id) => onChange(id === unset ? undefined : id)}
    />
  );
}

export function FlagsControl({ control, label, help, value, isRequired, onChange }: ControlProps<'flags'>) {
  const t = useText();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <div className={styles['control']}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <ToggleButtonGroup
        aria-label={label}
        selectionMode="multiple"
        className={styles['flags'] ?? ''}
        selectedKeys={chosen}
        onSelectionChange={(keys) => {
          const next = control.values.filter((word) => keys.has(word));
          onChange(next.length === 0 && !isRequired ? undefined : next);
        }}
      >
        {control.values.map((word) => (
          <ToggleButton key={word} id={word} className={styles['flag'] ?? ''}>
            {t(valueWords(word))}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Help text={help} />
    </div>
  );
}

/** What is the default is not written down. */
export function SwitchControl({ schema, label, help, value, onChange }: ControlProps<'switch'>) {
  const usual = schema.default === true;
  const isOn = typeof value === 'boolean' ? value : usual;
  return (
    <Switch
      label={label}
      help={help}
      isOn={isOn}
      onChange={(next) => onChange(next === usual ? undefined : next)}
    />
  );
}

/** What a field of the kit takes of a control's properties. */
function toCommon({
  label,
  help,
  error,
  isLabelHidden = false,
}: Pick<ControlProps, 'label' | 'help' | 'error' | 'isLabelHidden'>) {
  return { label, error, isLabelHidden, ...(help === undefined ? {} : { help }) };
}
