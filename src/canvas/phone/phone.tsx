// A phone with messages on it, newest below: a preview in the panel, and what a simulated person sees.

import type { ReactNode } from 'react';
import { useLanguage, useText } from '../text/use-text.ts';
import { Bubble } from './bubble.tsx';
import styles from './phone.module.css';
import type { OnTap, PhoneLine } from './phone-line.ts';

export interface PhoneProps {
  /** What the phone is, to those who hear it. */
  readonly label: string;
  readonly lines: readonly PhoneLine[];
  /** IANA name, for the times; without one none are shown. */
  readonly timeZone?: string;
  /** What is there while there are no lines. */
  readonly empty?: ReactNode;
  /** Buttons and rows can be tapped. */
  readonly onTap?: OnTap;
}

const texts = {
  said: { en: 'The person', ko: '고객' },
};

export function Phone({ label, lines, timeZone, empty, onTap }: PhoneProps) {
  const t = useText();
  const language = useLanguage();
  const timeOf = (at: number | null | undefined) =>
    at == null || timeZone === undefined
      ? undefined
      : new Intl.DateTimeFormat(language, {
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
          timeZone,
        }).format(at);
  return (
    <section className={styles['phone']} aria-label={label}>
      {lines.length === 0 && <div className={styles['empty']}>{empty}</div>}
      <ol className={styles['lines']}>
        {lines.map((line) => (
          <li key={line.id} className={styles['line']} data-from={'said' in line ? 'person' : 'us'}>
            {'said' in line ? (
              <article className={styles['said']} aria-label={t(texts.said)}>
                {line.said}
                <time className={styles['time']}>{timeOf(line.at)}</time>
              </article>
            ) : (
              <Bubble line={line} time={timeOf(line.at)} {...(onTap === undefined ? {} : { onTap })} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
