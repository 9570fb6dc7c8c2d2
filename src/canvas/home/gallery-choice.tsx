// The ready-made journeys to choose from.

import { ListBox, ListBoxItem } from 'react-aria-components';
import { entryWords } from '../model/entry-words.ts';
import type { Journey } from '../model/journey.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Icon } from '../ui/icon.tsx';
import { galleryFor } from './gallery.ts';
import styles from './gallery-choice.module.css';

const texts = { gallery: { en: 'Gallery', ko: '갤러리' } };
const stepWords = {
  en: (count: number) => `${count} steps`,
  ko: (count: number) => `${count}단계`,
};

interface Props {
  /** Id. */
  readonly chosen: string | undefined;
  readonly onChoose: (journey: Journey) => void;
}

export function GalleryChoice({ chosen, onChoose }: Props) {
  const t = useText();
  const language = useLanguage();
  const journeys = galleryFor(language);
  const choose = (id: unknown) => {
    const journey = journeys.find((one) => one.id === id);
    if (journey !== undefined) onChoose(journey);
  };
  return (
    <ListBox
      aria-label={t(texts.gallery)}
      className={styles['list'] ?? ''}
      layout="grid"
      selectionMode="single"
      selectedKeys={chosen === undefined ? [] : [chosen]}
      onSelectionChange={(keys) => keys !== 'all' && choose([...keys][0])}
    >
      {journeys.map((journey) => {
        const entry = entryWords({ entry: { on: journey.entry.on } });
        const line = [t(entry.title), t(entry.line), stepWords[language](Object.keys(journey.nodes).length)];
        return (
          <ListBoxItem
            key={journey.id}
            id={journey.id}
            textValue={nameOf(journey.name, language)}
            className={styles['item'] ?? ''}
          >
            <Icon name={entry.icon} />
            <span className={styles['name']}>{nameOf(journey.name, language)}</span>
            <span className={styles['line']}>{line.filter((part) => part !== '').join(' · ')}</span>
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}
