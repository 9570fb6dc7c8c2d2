// A part of a dialog, under a heading of its own.

import type { ReactNode } from 'react';
import styles from './part.module.css';

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h3 className={styles['head']}>{title}</h3>
      {children}
    </section>
  );
}
