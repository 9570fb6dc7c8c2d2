// Settings that belong together. Those that nothing is set of are folded, and made only once somebody opens them.

import { ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useFocus } from '../state/focus.ts';
import styles from './section.module.css';

interface Props {
  /** Of the journey: a problem in it opens the section. */
  readonly field: string;
  readonly title: string;
  readonly isSet: boolean;
  readonly children: ReactNode;
}

export function Section({ field, title, isSet, children }: Props) {
  const wanted = useFocus((state) => state.wanted);
  const [isOpen, setOpen] = useState(isSet);
  useEffect(() => {
    if (wanted?.path[0] === field) setOpen(true);
  }, [wanted, field]);
  return (
    <details
      className={styles['section']}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={styles['head']}>
        <ChevronRight size={14} aria-hidden="true" />
        <h3>{title}</h3>
      </summary>
      {isOpen && <div className={styles['fields']}>{children}</div>}
    </details>
  );
}
