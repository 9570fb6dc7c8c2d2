// Text and choice fields with label, help and error, all alike.

import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Select as AriaSelect,
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
  TextArea,
} from 'react-aria-components';
import { useText } from '../text/use-text.ts';
import { Button } from './button.tsx';
import styles from './field.module.css';
import { Prose } from './prose.tsx';

const texts = { choose: { en: 'Choose…', ko: '선택…' } };

/** What every field has. */
export interface FieldCommon {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  /** Right of the label, such as a status. */
  readonly aside?: ReactNode;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  /** Those who see need no label here; those who hear do. */
  readonly isLabelHidden?: boolean;
}

export interface TextFieldProps extends FieldCommon {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly lines?: number;
  readonly placeholder?: string;
  readonly isCode?: boolean;
  readonly autoFocus?: boolean;
  readonly type?: 'text' | 'time' | 'date';
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
}

export function TextField({
  label,
  help,
  error,
  aside,
  isLabelHidden = false,
  lines = 1,
  placeholder = '',
  isCode = false,
  autoFocus = false,
  ...field
}: TextFieldProps) {
  const look = `${styles['input']} ${isCode ? styles['code'] : ''}`;
  return (
    <AriaTextField {...field} isInvalid={error !== undefined} className={styles['field'] ?? ''}>
      <FieldHead label={label} aside={aside} isLabelHidden={isLabelHidden} />
      {lines > 1 ? (
        <TextArea rows={lines} placeholder={placeholder} className={look} autoFocus={autoFocus} />
      ) : (
        <Input placeholder={placeholder} className={look} autoFocus={autoFocus} />
      )}
      <FieldFoot help={help} error={error} />
    </AriaTextField>
  );
}

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}

export interface SelectProps extends FieldCommon {
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
}

export function Select({
  label,
  help,
  error,
  aside,
  isLabelHidden = false,
  choices,
  value,
  onChange,
  placeholder,
  ...rest
}: SelectProps) {
  const t = useText();
  return (
    <AriaSelect
      {...rest}
      selectedKey={value ?? null}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
      isInvalid={error !== undefined}
      placeholder={placeholder ?? t(texts.choose)}
      className={styles['field'] ?? ''}
    >
      <FieldHead label={label} aside={aside} isLabelHidden={isLabelHidden} />
      <Button>
        <SelectValue className={styles['value'] ?? ''} />
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <FieldFoot help={help} error={error} />
      <Popover className={styles['popover'] ?? ''}>
        <ListBox items={choices} className={styles['list'] ?? ''}>
          {({ id, label: text, hint }) => (
            <ListBoxItem id={id} textValue={text} className={styles['item'] ?? ''}>
              <Text slot="label">{text}</Text>
              {hint !== undefined && (
                <Text slot="description" className={styles['help'] ?? ''}>
                  {hint}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export function FieldHead({
  label,
  aside,
  isLabelHidden,
}: Pick<FieldCommon, 'label' | 'aside' | 'isLabelHidden'>) {
  return (
    <div className={isLabelHidden === true ? styles['unseen'] : styles['head']}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      {aside}
    </div>
  );
}

export function FieldFoot({ help, error }: Pick<FieldCommon, 'help' | 'error'>) {
  return (
    <>
      {help !== undefined && (
        <Text slot="description" className={styles['help'] ?? ''}>
          {typeof help === 'string' ? <Prose text={help} /> : help}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
    </>
  );
}
