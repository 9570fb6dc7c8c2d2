// A screen that has nothing to show but a sentence and what one can do: nobody signed in, nothing here, nothing answers.

import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface Props {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

export function Notice({ title, actions, children }: Props) {
  return (
    <main className={styles['screen']}>
      <div className={styles['notice']}>
        <h1 className={styles['title']}>{title}</h1>
        {children}
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
    </main>
  );
}
