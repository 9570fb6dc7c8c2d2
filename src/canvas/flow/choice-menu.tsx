// Something to choose from with a search: a type of step, an outcome, a step to lead to.

import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';
import { useText } from '../text/use-text.ts';
import { Icon } from '../ui/icon.tsx';
import { MeaningShape } from '../ui/meaning-shape.tsx';
import { AtPoint, afterClosing } from './at-point.tsx';
import styles from './choice-menu.module.css';
import { type Choice, type Offer, useDrawing } from './drawing.ts';

const texts = {
  search: { en: 'Search', ko: '찾기' },
  none: { en: 'Nothing is called so.', ko: '찾는 항목이 없습니다.' },
};

export function ChoiceMenu({ offer: { title, choices, at, choose } }: { readonly offer: Offer }) {
  const t = useText();
  const { contains } = useFilter({ sensitivity: 'base' });
  const close = () => useDrawing.setState({ offer: undefined });
  return (
    <AtPoint at={at} onClose={close}>
      <Dialog className={styles['dialog'] ?? ''} aria-label={t(title)}>
        <Autocomplete filter={contains}>
          <div className={styles['scroll']}>
            <SearchField
              autoFocus
              aria-label={`${t(title)}: ${t(texts.search)}`}
              className={styles['search'] ?? ''}
            >
              <Input className={styles['input'] ?? ''} placeholder={t(title)} />
            </SearchField>
            <Menu
              className={styles['list'] ?? ''}
              aria-label={t(title)}
              items={choices}
              renderEmptyState={() => <div className={styles['none']}>{t(texts.none)}</div>}
              onAction={(key) => {
                close();
                afterClosing(() => choose(String(key)));
              }}
            >
              {(choice) => <ChoiceItem {...choice} />}
            </Menu>
          </div>
        </Autocomplete>
      </Dialog>
    </AtPoint>
  );
}

function ChoiceItem({ id, label, help, icon, meaning }: Choice) {
  const t = useText();
  return (
    <MenuItem id={id} textValue={`${t(label)} ${id}`} className={styles['item'] ?? ''} data-choice={id}>
      {icon !== undefined && <Icon name={icon} />}
      {meaning !== undefined && (
        <span className={styles['meaning']} data-meaning={meaning}>
          <MeaningShape meaning={meaning} />
        </span>
      )}
      <Text slot="label" className={styles['label'] ?? ''}>
        {t(label)}
      </Text>
      {help !== undefined && (
        <Text slot="description" className={styles['help'] ?? ''}>
          {t(help)}
        </Text>
      )}
    </MenuItem>
  );
}
