// How people come in: the first box, above the step that a run begins with.

import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { breakable } from '../model/words.ts';
import { useOverlay } from '../state/overlay.ts';
import { useText } from '../text/use-text.ts';
import { Icon } from '../ui/icon.tsx';
import { useFar } from './far-view.tsx';
import { StepCount } from './step-count.tsx';
import styles from './step-node.module.css';
import { StillPort } from './step-ports.tsx';
import { type EntryNode, entryId } from './to-flow.ts';

export const EntryNodeView = memo(function EntryNodeView({ data: { words }, height }: NodeProps<EntryNode>) {
  const t = useText();
  const far = useFar();
  const line = t(words.line);
  const count = useOverlay(({ overlay }) => overlay.steps[entryId]?.count);
  if (far !== undefined && height !== undefined) {
    return (
      <div
        className={`${styles['step']} ${styles['block']}`}
        data-step={entryId}
        data-block
        style={{ height }}
      >
        {far.hasNames && t(words.title)}
      </div>
    );
  }
  return (
    <div className={styles['step']} data-step={entryId}>
      <div className={styles['head']}>
        <span className={styles['icon']}>
          <Icon name={words.icon} />
        </span>
        <div className={styles['words']}>
          <div className={styles['name']}>{t(words.title)}</div>
          {line !== '' && <div className={styles['line']}>{breakable(line)}</div>}
        </div>
        {count !== undefined && <StepCount count={count} inside={0} />}
      </div>
      <StillPort node={entryId} port="reached" />
    </div>
  );
});
