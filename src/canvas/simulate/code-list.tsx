// The codes by which a message can fail, in words: the usual ones first, the others by search.

import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';
import type { FailureChoice } from '../../simulator/failure-choices.ts';
import { outcomeWords } from '../model/outcome-words.ts';
import { useText } from '../text/use-text.ts';
import styles from './code-list.module.css';
import { useSimulation } from './state.ts';

const texts = {
  search: { en: 'Code or words', ko: '코드 또는 설명' },
  usual: { en: 'What happens most', ko: '자주 일어나는 일' },
  others: { en: 'All codes of Meta', ko: 'Meta의 모든 코드' },
  codes: { en: 'Codes', ko: '코드' },
  none: { en: 'No such code', ko: '그런 코드가 없습니다' },
};

export function CodeList({ onChoose }: { readonly onChoose: (code: number) => void }) {
  const t = useText();
  const failures = useSimulation((state) => state.failures);
  const { contains } = useFilter({ sensitivity: 'base' });
  const groups = [
    { id: 'usual', title: t(texts.usual), choices: failures.filter(({ isUsual }) => isUsual) },
    { id: 'others', title: t(texts.others), choices: failures.filter(({ isUsual }) => !isUsual) },
  ];
  return (
    <div className={styles['scroll']}>
      <Autocomplete filter={contains}>
        <SearchField className={styles['search'] ?? ''} aria-label={t(texts.search)} autoFocus>
          <Input className={styles['input'] ?? ''} placeholder={t(texts.search)} />
        </SearchField>
        <ListBox
          className={styles['list'] ?? ''}
          aria-label={t(texts.codes)}
          onAction={(key) => onChoose(Number(key))}
          renderEmptyState={() => <p className={styles['none']}>{t(texts.none)}</p>}
        >
          {groups.map(({ id, title, choices }) => (
            <ListBoxSection key={id} id={id}>
              <Header className={styles['title']}>{title}</Header>
              {choices.map((choice) => (
                <CodeItem key={choice.code} choice={choice} />
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Autocomplete>
    </div>
  );
}

function CodeItem({ choice: { code, words, outcome } }: { readonly choice: FailureChoice }) {
  const t = useText();
  return (
    <ListBoxItem
      id={code}
      textValue={`${code} ${t(words)} ${t(outcomeWords(outcome))}`}
      className={styles['item'] ?? ''}
    >
      <Text slot="label" className={styles['label'] ?? ''}>
        <code className={styles['code']}>{code}</code>
        <span>{t(words)}</span>
      </Text>
      <Text slot="description" className={styles['outcome'] ?? ''}>
        {t(outcomeWords(outcome))}
      </Text>
    </ListBoxItem>
  );
}
