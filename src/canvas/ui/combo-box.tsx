// A text field that suggests: what is typed counts, known or not.

import { ChevronDown } from 'lucide-react';
import { ComboBox as AriaComboBox, Input, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './field.module.css';
import { type Choice, type FieldCommon, FieldFoot, FieldHead } from './field.tsx';

export interface ComboBoxProps extends FieldCommon {
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

/** More are found by typing. */
const shownChoices = 200;

export function ComboBox({
  label,
  help,
  error,
  aside,
  isLabelHidden = false,
  choices,
  value,
  onChange,
  placeholder = '',
  ...rest
}: ComboBoxProps) {
  return (
    <AriaComboBox
      {...rest}
      allowsCustomValue
      allowsEmptyCollection={false}
      menuTrigger="focus"
      inputValue={value}
      onInputChange={(text) => text !== value && onChange(text)}
      items={choices.filter((choice) => isAbout(choice, value, choices)).slice(0, shownChoices)}
      isInvalid={error !== undefined}
      className={styles['field'] ?? ''}
    >
      <FieldHead label={label} aside={aside} isLabelHidden={isLabelHidden} />
      <div className={styles['combo']}>
        <Input className={styles['input'] ?? ''} placeholder={placeholder} />
        <Button look="icon">
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      </div>
      <FieldFoot help={help} error={error} />
      <Popover className={styles['popover'] ?? ''}>
        <ListBox<Choice> className={styles['list'] ?? ''}>
          {({ id, label: text, hint }) => (
            <ListBoxItem id={id} textValue={id} className={styles['item'] ?? ''}>
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
    </AriaComboBox>
  );
}

/** A value that is one of the choices hides none of the others: they are what it could be changed to. */
function isAbout({ id, label }: Choice, value: string, all: readonly Choice[]): boolean {
  const wanted = value.toLowerCase();
  if (wanted === '' || all.some((choice) => choice.id === value)) return true;
  return id.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted);
}
