// Why something did not work, and what to do next.

import type { ReactNode } from 'react';
import { toErrorWords } from '../api/error-words.ts';
import { useText } from '../text/use-text.ts';
import styles from './problem-note.module.css';

export function ProblemNote({ error, children }: { readonly error: unknown; readonly children?: ReactNode }) {
  const t = useText();
  const { text, hint } = toErrorWords(error);
  return (
    <div className={styles['note']} role="alert">
      <p className={styles['text']}>{t(text)}</p>
      <p>{t(hint)}</p>
      {children}
    </div>
  );
}
