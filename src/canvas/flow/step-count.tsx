// How many came to a step, and how many of them are in it now.

import { useLanguage, useText } from '../text/use-text.ts';
import { MeaningShape } from '../ui/meaning-shape.tsx';
import styles from './step-node.module.css';

const texts = {
  came: { en: 'came here', ko: '들어온 사람' },
  inside: { en: 'here now', ko: '지금 여기' },
};

export function StepCount({ count, inside }: { readonly count: number; readonly inside: number }) {
  const t = useText();
  const language = useLanguage();
  return (
    <div className={styles['count']}>
      <span title={t(texts.came)}>{count.toLocaleString(language)}</span>
      {inside > 0 && (
        <span className={styles['inside']} title={t(texts.inside)}>
          <MeaningShape meaning="waiting" />
          {inside.toLocaleString(language)}
        </span>
      )}
    </div>
  );
}
