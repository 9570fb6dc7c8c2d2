// Opens the palette of commands and steps.

import { Search } from 'lucide-react';
import { useCommand } from '../state/command.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import styles from './find-button.module.css';

const texts = { find: { en: 'Find', ko: '찾기' } };

export function FindButton() {
  const t = useText();
  const open = useCommand((state) => state.open);
  return (
    <Button look="plain" onPress={() => open()} aria-keyshortcuts="Control+K">
      <Search size={14} aria-hidden="true" />
      {t(texts.find)}
      <kbd className={styles['key']}>Ctrl K</kbd>
    </Button>
  );
}
