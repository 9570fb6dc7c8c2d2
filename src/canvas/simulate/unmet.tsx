// What was done and met nothing, such as after the journey was changed: it stays in the list, and is told.

import { useText } from '../text/use-text.ts';
import { actionWords } from './action-words.ts';
import type { Played } from './play-as-far.ts';
import { useSimulation } from './state.ts';
import styles from './unmet.module.css';

const texts = {
  unmet: { en: 'There was nothing to do this to:', ko: '해당하는 대상이 없었던 일:' },
};

export function Unmet({ played: { answer, branch } }: { readonly played: Played }) {
  const t = useText();
  const failures = useSimulation((state) => state.failures);
  if (!answer.entered || answer.leftover.length === 0) return null;
  const words = answer.leftover.flatMap((index) => {
    const action = branch.actions[index];
    return action === undefined ? [] : [t(actionWords(action, failures))];
  });
  return (
    <p className={styles['unmet']} role="status">
      {t(texts.unmet)} {words.join(' · ')}
    </p>
  );
}
