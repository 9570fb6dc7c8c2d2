// What happened, one thing below the other: its time, the shape of what it means, what it was and why.

import type { ReactNode } from 'react';
import type { Meaning } from '../model/meaning.ts';
import { MeaningShape } from './meaning-shape.tsx';
import styles from './timeline.module.css';

export interface TimelineItem {
  readonly key: string;
  /** Over it, where another day begins. */
  readonly day?: string | undefined;
  readonly time: string;
  /** Plain: neither good nor bad. */
  readonly meaning: Meaning | 'plain';
  readonly title: string;
  readonly lines: readonly string[];
  readonly onOpen?: (() => void) | undefined;
  /** Right of it, such as a button. */
  readonly aside?: ReactNode;
}

export function Timeline({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly TimelineItem[];
}) {
  return (
    <ol className={styles['timeline']} aria-label={label}>
      {items.map((item) => (
        <Item key={item.key} item={item} />
      ))}
    </ol>
  );
}

function Item({ item }: { readonly item: TimelineItem }) {
  const { day, time, meaning, title, lines, onOpen, aside } = item;
  return (
    <li className={styles['item']}>
      {day !== undefined && <div className={styles['day']}>{day}</div>}
      <time className={styles['time']}>{time}</time>
      <span className={styles['mark']} data-meaning={meaning}>
        {meaning === 'plain' ? <span className={styles['dot']} /> : <MeaningShape meaning={meaning} />}
      </span>
      <div className={styles['said']}>
        {onOpen === undefined ? (
          <span className={styles['title']}>{title}</span>
        ) : (
          <button type="button" className={styles['title']} onClick={onOpen}>
            {title}
          </button>
        )}
        {lines.map((line) => (
          <p key={line} className={styles['line']}>
            {line}
          </p>
        ))}
      </div>
      {aside}
    </li>
  );
}
