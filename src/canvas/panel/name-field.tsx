// A name in one language or two: one text for all readers, or one for each.

import { Plus, X } from 'lucide-react';
import type { Name } from '../../journey/fields.ts';
import { useDraft } from '../form/use-draft.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import styles from './panel.module.css';

interface Props {
  readonly label: string;
  readonly name: Name | undefined;
  readonly placeholder?: string;
  /** Undefined takes the name away, where it need not be. */
  readonly onChange: (name: Name | undefined) => void;
  readonly isRequired?: boolean;
}

const texts = {
  two: { en: 'In two languages', ko: '두 언어로 쓰기' },
  one: { en: 'In one language', ko: '한 언어로 쓰기' },
  refused: { en: 'A name has 1 to 120 characters.', ko: '이름은 1~120자입니다.' },
  en: { en: 'English', ko: '영어' },
  ko: { en: 'Korean', ko: '한국어' },
};

export function NameField({ label, name, placeholder = '', onChange, isRequired = false }: Props) {
  const t = useText();
  if (typeof name === 'object') {
    const first = name['ko'] ?? name['en'] ?? Object.values(name)[0];
    return (
      <div className={styles['stack']}>
        {Object.entries(name).map(([language, text]) => (
          <OneName
            key={language}
            label={`${label} (${language === 'en' || language === 'ko' ? t(texts[language]) : language})`}
            text={text}
            placeholder=""
            onChange={(next) => onChange({ ...name, [language]: next })}
          />
        ))}
        <Button look="plain" onPress={() => onChange(first)}>
          <X size={14} aria-hidden="true" />
          {t(texts.one)}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles['stack']}>
      <OneName
        label={label}
        text={name ?? ''}
        placeholder={placeholder}
        onChange={(text) => onChange(text === '' && !isRequired ? undefined : text)}
      />
      {name !== undefined && name !== '' && (
        <Button look="plain" onPress={() => onChange({ en: name, ko: name })}>
          <Plus size={14} aria-hidden="true" />
          {t(texts.two)}
        </Button>
      )}
    </div>
  );
}

interface OneProps {
  readonly label: string;
  readonly text: string;
  readonly placeholder: string;
  readonly onChange: (text: string) => void;
}

function OneName({ label, text, placeholder, onChange }: OneProps) {
  const t = useText();
  const draft = useDraft(text, onChange);
  return (
    <TextField
      label={label}
      value={draft.text}
      onChange={draft.onChange}
      placeholder={placeholder}
      error={draft.isRefused ? t(texts.refused) : undefined}
    />
  );
}
