// What is shown while something comes.

import { useText } from '../text/use-text.ts';
import styles from './loading.module.css';

const texts = { loading: { en: 'Loading…', ko: '불러오는 중…' } };

export function Loading() {
  const t = useText();
  return (
    <div className={styles['loading']} role="status">
      {t(texts.loading)}
    </div>
  );
}

/** Where nothing else is on the page. */
export function LoadingScreen() {
  return (
    <main className={styles['screen']}>
      <Loading />
    </main>
  );
}
