// How far a message has come, as WhatsApp draws it: a clock, one tick, two, two in colour. Named for those who hear it.

import { Check, CheckCheck, CircleAlert, Clock } from 'lucide-react';
import { useText } from '../text/use-text.ts';
import styles from './bubble.module.css';
import type { Tick } from './phone-line.ts';

const marks = {
  waiting: { Mark: Clock, name: { en: 'not sent yet', ko: '아직 안 보냄' } },
  sent: { Mark: Check, name: { en: 'sent', ko: '보냄' } },
  delivered: { Mark: CheckCheck, name: { en: 'delivered', ko: '전달됨' } },
  read: { Mark: CheckCheck, name: { en: 'read', ko: '읽음' } },
  failed: { Mark: CircleAlert, name: { en: 'failed', ko: '실패' } },
} as const;

export function TickMark({ tick }: { readonly tick: Tick }) {
  const t = useText();
  const { Mark, name } = marks[tick];
  return <Mark size={14} role="img" aria-label={t(name)} className={styles['tick']} data-tick={tick} />;
}
