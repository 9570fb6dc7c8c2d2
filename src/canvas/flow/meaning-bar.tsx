// People of a step by what became of them: a bar of the four meanings.

import type { Meaning } from '../model/meaning.ts';
import styles from './meaning-bar.module.css';

const order: readonly Meaning[] = ['reached', 'waiting', 'fell', 'failed'];

export function MeaningBar({ people }: { readonly people: { readonly [M in Meaning]: number } }) {
  return (
    <div className={styles['bar']} aria-hidden="true">
      {order
        .filter((meaning) => people[meaning] > 0)
        .map((meaning) => (
          <span key={meaning} className={styles[meaning]} style={{ flexGrow: people[meaning] }} />
        ))}
    </div>
  );
}
