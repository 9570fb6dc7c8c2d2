// What a field is for, below it.

import { Prose } from '../ui/prose.tsx';
import styles from './form.module.css';

export function Help({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p className={styles['help']}>
      <Prose text={text} />
    </p>
  );
}
