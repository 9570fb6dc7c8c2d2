// Nothing is drawn yet: how to begin. It lets the mouse through, as a step may be dropped where it stands.

import { useText } from '../text/use-text.ts';
import styles from './empty-hint.module.css';

const texts = {
  title: { en: 'Nothing here yet', ko: '아직 아무것도 없습니다' },
  body: {
    en: 'Drag the first step here from the left, or press a step there.',
    ko: '왼쪽에서 첫 단계를 끌어다 놓거나 눌러서 추가하세요.',
  },
  keys: { en: 'With the keyboard:', ko: '키보드로는:' },
};

export function EmptyHint() {
  const t = useText();
  return (
    <div className={styles['hint']}>
      <p className={styles['title']}>{t(texts.title)}</p>
      <p>{t(texts.body)}</p>
      <p>
        {t(texts.keys)} <kbd className={styles['key']}>A</kbd>
      </p>
    </div>
  );
}
