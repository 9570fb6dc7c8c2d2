// The journey's name, written where it stands.

import { useState } from 'react';
import { NameField } from '../flow/name-field.tsx';
import { setJourney } from '../model/commands/set.ts';
import type { Journey } from '../model/journey.ts';
import { useEditor } from '../state/editor.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import styles from './journey-name.module.css';

const texts = {
  rename: { en: 'Rename the journey', ko: '여정 이름 바꾸기' },
  name: { en: 'Name of the journey', ko: '여정 이름' },
};

export function JourneyName({ journey }: { readonly journey: Journey }) {
  const t = useText();
  const language = useLanguage();
  const isFixed = useEditor(({ isReadOnly, mode }) => isReadOnly || mode !== 'edit');
  const [isWriting, setWriting] = useState(false);
  const name = nameOf(journey.name, language);
  const keep = (written: string | undefined) => {
    setWriting(false);
    if (written === undefined) return;
    // Of a name in several languages, the one of the interface changes.
    const isOne = typeof journey.name === 'string';
    useEditor
      .getState()
      .apply(setJourney(['name'], isOne ? written : { ...Object(journey.name), [language]: written }));
  };
  return (
    <h1 className={styles['name']}>
      {isWriting ? (
        <NameField label={t(texts.name)} name={name} onDone={keep} />
      ) : isFixed ? (
        <span className={styles['text']}>{name}</span>
      ) : (
        <Button look="plain" aria-label={`${name}, ${t(texts.rename)}`} onPress={() => setWriting(true)}>
          <span className={styles['text']}>{name}</span>
        </Button>
      )}
    </h1>
  );
}
