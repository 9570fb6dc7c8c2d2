// Where edges come in and leave. The one at the foot is a grip: what is drawn from it is the next outcome that is free.

import { Handle, Position } from '@xyflow/react';
import type { StepView } from '../model/step-view.ts';
import styles from './step-node.module.css';
import { useCanEdit } from './use-can-edit.ts';

export function StepPorts({ view: { outline } }: { readonly view: StepView }) {
  const isEdit = useCanEdit();
  const leadsOn = outline?.terminal !== true;
  const still = { type: 'source', className: styles['port'] ?? '', isConnectable: false } as const;
  return (
    <>
      <Handle
        id="in"
        type="target"
        position={Position.Top}
        className={styles['in'] ?? ''}
        isConnectableStart={false}
      />
      <Handle
        id="reached"
        type="source"
        position={Position.Bottom}
        className={`${styles['port']} ${leadsOn && isEdit ? styles['foot'] : ''}`}
        isConnectable={leadsOn && isEdit}
        isConnectableEnd={false}
      />
      <Handle
        {...still}
        id="fell"
        position={Position.Right}
        className={`${styles['port']} ${styles['fell']}`}
      />
      <Handle
        {...still}
        id="failed"
        position={Position.Right}
        className={`${styles['port']} ${styles['failed']}`}
      />
    </>
  );
}
