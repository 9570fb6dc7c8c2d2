// The answer to the question that is asked first.

import type { RunAnswer } from '../../client/client.ts';
import { useText } from '../text/use-text.ts';
import { type WhyNotOptions, whyNotWhatsApp } from './why-not.ts';
import styles from './why-not-box.module.css';

const texts = { why: { en: 'Why not WhatsApp?', ko: '왜 왓츠앱이 아닌가요?' } };

export function WhyNotBox({ run, options }: { readonly run: RunAnswer; readonly options: WhyNotOptions }) {
  const t = useText();
  const missed = whyNotWhatsApp(run, options);
  if (missed.length === 0) return null;
  return (
    <div className={styles['box']}>
      {missed.map(({ step, visit, sentences }, index) => (
        <p key={`${step} ${visit}`}>
          {index === 0 && <b className={styles['question']}>{t(texts.why)}</b>}
          {sentences.join(' ')}
        </p>
      ))}
    </div>
  );
}
