// The command palette and the find bar: one field, one list, the keyboard alone.

import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { keysText } from '../flow/keys-text.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { useCommand } from '../state/command.ts';
import { useJourney } from '../state/editor.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { type Entry, type Section, sectionsOf } from './entries.ts';
import styles from './palette-window.module.css';
import { recentCommands } from './recent.ts';
import { runEntry } from './run-entry.ts';
import { useJourneyTitles } from './use-journey-titles.ts';

const texts = {
  palette: { en: 'Commands', ko: '명령' },
  find: { en: 'Find a step', ko: '단계 찾기' },
  ask: { en: 'Search commands, steps, journeys', ko: '명령, 단계, 여정 검색' },
  askFind: { en: 'Search steps by name, type or setting', ko: '이름, 종류, 설정으로 단계 검색' },
  nothing: { en: 'Nothing found. Try another word.', ko: '찾은 것이 없습니다. 다른 말로 찾아보세요.' },
};

export function PaletteWindow({ isFind }: { readonly isFind: boolean }) {
  const t = useText();
  const close = useCommand((state) => state.close);
  const [query, setQuery] = useState('');
  const sections = useSections(query, isFind);
  const title = t(isFind ? texts.find : texts.palette);
  const choose = (id: string) => {
    const entry = sections.flatMap(({ entries }) => entries).find((one) => one.id === id);
    close();
    if (entry !== undefined) runEntry(entry);
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => isOpen || close()}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={title} className={styles['dialog'] ?? ''}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <TextField aria-label={title} className={styles['field'] ?? ''} autoFocus>
              <Input placeholder={t(isFind ? texts.askFind : texts.ask)} className={styles['input'] ?? ''} />
            </TextField>
            <ListBox
              aria-label={title}
              items={sections}
              selectionMode="none"
              onAction={(key) => choose(String(key))}
              renderEmptyState={() => <p className={styles['nothing']}>{t(texts.nothing)}</p>}
              className={styles['list'] ?? ''}
            >
              {(section) => <Lines section={section} />}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useSections(query: string, isFind: boolean): readonly Section[] {
  const language = useLanguage();
  const journey = useJourney();
  const actions = useCommand((state) => state.actions);
  const nodeTypes = useCatalogue((state) => state.nodeTypes);
  const journeys = useJourneyTitles(!isFind);
  return useMemo(() => {
    const typeTitleOf = (type: string) => nodeTypes.get(type)?.title;
    const offered = { actions, journey, journeys, recent: recentCommands(), typeTitleOf };
    return sectionsOf(offered, { query, language, isFind });
  }, [actions, journey, journeys, nodeTypes, query, language, isFind]);
}

function Lines({ section }: { readonly section: Section }) {
  const t = useText();
  return (
    <ListBoxSection id={section.id} className={styles['section'] ?? ''}>
      <Header className={styles['title'] ?? ''}>{t(section.title)}</Header>
      <Collection items={section.entries}>{(entry) => <Line entry={entry} />}</Collection>
    </ListBoxSection>
  );
}

function Line({ entry: { id, title, hint, chord } }: { readonly entry: Entry }) {
  return (
    <ListBoxItem id={id} textValue={title} className={styles['line'] ?? ''}>
      <span className={styles['name']}>{title}</span>
      {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      {chord !== undefined && <kbd className={styles['keys']}>{keysText(chord)}</kbd>}
    </ListBoxItem>
  );
}
