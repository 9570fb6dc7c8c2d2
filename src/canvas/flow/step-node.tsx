// A step on the canvas: icon, name, what it does with what, what it waits for, and its outcomes as chips.

import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { nameOf } from '../text/name-of.ts';
import { useLanguage } from '../text/use-text.ts';
import { MeaningShape } from '../ui/meaning-shape.tsx';
import styles from './step-node.module.css';
import type { StepNode } from './to-flow.ts';

export const StepNodeView = memo(function StepNodeView({ data: { view }, selected }: NodeProps<StepNode>) {
  const language = useLanguage();
  const { id, step, chips, rest } = view;
  return (
    <div className={styles['step']} data-selected={selected || undefined}>
      <Handle type="target" position={Position.Top} className={styles['in'] ?? ''} />
      <div className={styles['head']}>
        <div className={styles['words']}>
          <div className={styles['name']}>{step.name === undefined ? id : nameOf(step.name, language)}</div>
          <div className={styles['line']}>{step.type}</div>
        </div>
      </div>
      {chips.length + rest.length > 0 && (
        <ul className={styles['chips']}>
          {chips.map(({ key, meaning }) => (
            <li key={key} className={styles['chip']} data-meaning={meaning}>
              <MeaningShape meaning={meaning} /> {key}
            </li>
          ))}
          {rest.length > 0 && (
            <li className={styles['chip']} data-meaning="failed">
              <MeaningShape meaning="failed" /> {rest.length}
            </li>
          )}
        </ul>
      )}
      <Handle id="reached" type="source" position={Position.Bottom} className={styles['out'] ?? ''} />
      <Handle id="fell" type="source" position={Position.Right} className={styles['out'] ?? ''} />
      <Handle
        id="failed"
        type="source"
        position={Position.Right}
        className={`${styles['out']} ${styles['low']}`}
      />
    </div>
  );
});
