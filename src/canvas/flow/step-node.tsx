// A step on the canvas: icon, name, what it does with what, what it waits for, and its outcomes as chips.

import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { wordsOf } from '../model/words.ts';
import { useNodeType } from '../state/catalogue.ts';
import { useOverlay } from '../state/overlay.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Icon } from '../ui/icon.tsx';
import { MeaningBar } from './meaning-bar.tsx';
import { OutcomeChips } from './outcome-chips.tsx';
import styles from './step-node.module.css';
import type { StepNode } from './to-flow.ts';

export const StepNodeView = memo(function StepNodeView({ data: { view }, selected }: NodeProps<StepNode>) {
  const language = useLanguage();
  const t = useText();
  const nodeType = useNodeType(view.step.type);
  const overlay = useOverlay((state) => state.overlay.steps[view.id]);
  const { title, line, waits, icon } = wordsOf(view, nodeType, language);
  return (
    <div
      className={styles['step']}
      data-step={view.id}
      data-selected={selected || undefined}
      data-dim={overlay?.isDim || undefined}
      data-here={overlay?.isHere || undefined}
      data-meaning={overlay?.meaning}
      data-note={view.outline?.annotation || undefined}
    >
      <Handle type="target" position={Position.Top} className={styles['in'] ?? ''} />
      <div className={styles['head']}>
        <span className={styles['icon']}>
          <Icon name={icon} />
        </span>
        <div className={styles['words']}>
          <div className={styles['name']}>{title}</div>
          <div className={styles['line']}>{line}</div>
        </div>
        {overlay?.count !== undefined && (
          <span className={styles['count']}>{overlay.count.toLocaleString(language)}</span>
        )}
      </div>
      {overlay?.bar !== undefined && <MeaningBar people={overlay.bar} />}
      {waits !== undefined && <div className={styles['waits']}>{waits}</div>}
      {overlay?.badge !== undefined && <div className={styles['badge']}>{t(overlay.badge)}</div>}
      <OutcomeChips view={view} counts={overlay?.outcomes} isSelected={selected} />
      <Handle
        id="reached"
        type="source"
        position={Position.Bottom}
        className={styles['out'] ?? ''}
        isConnectable={false}
      />
      <Handle
        id="fell"
        type="source"
        position={Position.Right}
        className={styles['out'] ?? ''}
        isConnectable={false}
      />
      <Handle
        id="failed"
        type="source"
        position={Position.Right}
        className={`${styles['out']} ${styles['low']}`}
        isConnectable={false}
      />
    </div>
  );
});
