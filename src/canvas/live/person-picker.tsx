// Finds a person by how their id, e-mail address or first name begins, or how their phone number ends.

import { useEffect, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import type { PersonSummary } from '../../client/live-calls.ts';
import { client } from '../api/client.ts';
import { useText } from '../text/use-text.ts';
import field from '../ui/field.module.css';
import styles from './person-picker.module.css';

export interface PersonPickerProps {
  readonly label: string;
  readonly placeholder: string;
  readonly chosen: Pick<PersonSummary, 'externalId' | 'name'> | undefined;
  readonly onChoose: (person: PersonSummary | undefined) => void;
  readonly autoFocus?: boolean;
  /** The key that goes to it, where there is one. */
  readonly shortcut?: string;
}

/** Typing goes on before it is asked. */
const pauseMs = 200;
const shownPeople = 20;

const texts = {
  none: { en: 'Nobody found', ko: '찾는 사람이 없습니다' },
  failed: { en: 'The server does not answer', ko: '서버가 응답하지 않습니다' },
};

export function PersonPicker({
  label,
  placeholder,
  chosen,
  onChoose,
  autoFocus = false,
  shortcut,
}: PersonPickerProps) {
  const t = useText();
  const [text, setText] = useState(chosen === undefined ? '' : nameOfPerson(chosen));
  const { people, hasFailed } = usePeople(chosen !== undefined && text === nameOfPerson(chosen) ? '' : text);
  return (
    <ComboBox<PersonSummary>
      className={field['field'] ?? ''}
      items={people}
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed);
        if (typed === '') onChoose(undefined);
      }}
      selectedKey={chosen?.externalId ?? null}
      onSelectionChange={(key) => {
        const person = people.find(({ externalId }) => externalId === key);
        if (person === undefined) return;
        setText(nameOfPerson(person));
        onChoose(person);
      }}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <div className={field['head']}>
        <Label className={field['label'] ?? ''}>{label}</Label>
        {shortcut !== undefined && <kbd className={styles['key']}>{shortcut}</kbd>}
      </div>
      <Input
        className={field['input'] ?? ''}
        placeholder={placeholder}
        autoFocus={autoFocus}
        data-shortcut={shortcut}
      />
      <Popover className={field['popover'] ?? ''}>
        <ListBox<PersonSummary>
          className={field['list'] ?? ''}
          renderEmptyState={() => (
            <p className={styles['none']}>{t(hasFailed ? texts.failed : texts.none)}</p>
          )}
        >
          {(person) => (
            <ListBoxItem
              id={person.externalId}
              textValue={nameOfPerson(person)}
              className={field['item'] ?? ''}
            >
              <Text slot="label">{nameOfPerson(person)}</Text>
              <Text slot="description" className={field['help'] ?? ''}>
                {factsOf(person)}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

export function nameOfPerson({ name, externalId }: Pick<PersonSummary, 'externalId' | 'name'>): string {
  return name ?? externalId;
}

function factsOf({ externalId, phone, locale }: PersonSummary): string {
  return [externalId, phone, locale].filter((fact) => fact !== null).join(' · ');
}

interface People {
  readonly people: readonly PersonSummary[];
  readonly hasFailed: boolean;
}

function usePeople(search: string): People {
  const [found, setFound] = useState<People>({ people: [], hasFailed: false });
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(
      () => {
        client.people({ search: search === '' ? undefined : search, limit: shownPeople }).then(
          ({ people }) => isWanted && setFound({ people, hasFailed: false }),
          () => isWanted && setFound({ people: [], hasFailed: true }),
        );
      },
      search === '' ? 0 : pauseMs,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [search]);
  return found;
}
