// What colours, shapes and lines mean: at the foot of the canvas.

import type { Meaning } from '../model/meaning.ts';
import { useText } from '../text/use-text.ts';
import { MeaningShape } from '../ui/meaning-shape.tsx';
import styles from './live-legend.module.css';

const meanings: readonly Meaning[] = ['reached', 'waiting', 'fell', 'failed'];
const texts = {
  legend: { en: 'Meaning of the colours', ko: '색의 뜻' },
  reached: { en: 'reached', ko: '도달' },
  waiting: { en: 'waiting', ko: '대기' },
  fell: { en: 'fell back', ko: '대체' },
  failed: { en: 'failed', ko: '실패' },
};

export function LiveLegend() {
  const t = useText();
  return (
    <ul className={styles['legend']} aria-label={t(texts.legend)}>
      {meanings.map((meaning) => (
        <li key={meaning} className={styles['entry']} data-meaning={meaning}>
          <MeaningShape meaning={meaning} />
          {t(texts[meaning])}
        </li>
      ))}
    </ul>
  );
}
