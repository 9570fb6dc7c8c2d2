// Where edges come in and leave. React Flow finds ports by their classes and attributes; only what can be dragged from is
// one of its own handles, and only while the pointer is there: each of those listens to every movement of the canvas.

import { Handle, Position } from '@xyflow/react';
import { type Port, sides } from './ports.ts';
import styles from './step-node.module.css';

interface StillProps {
  readonly node: string;
  readonly port: Port;
}

/** A port that edges end at, or leave from. */
export function StillPort({ node, port }: StillProps) {
  const type = port === 'in' ? 'target' : 'source';
  const takes = port === 'in' ? `connectable connectableend ${styles['in']}` : styles['port'];
  const side = sides[port];
  return (
    <div
      className={`react-flow__handle react-flow__handle-${side} ${type} nodrag nopan ${takes} ${styles[port] ?? ''}`}
      data-handleid={port}
      data-nodeid={node}
      data-handlepos={side}
      data-id={`1-${node}-${port}-${type}`}
    />
  );
}

interface Props {
  readonly node: string;
  /** Whether an edge can be drawn from the foot: its next outcome that is free. */
  readonly hasFoot: boolean;
}

export function StepPorts({ node, hasFoot }: Props) {
  return (
    <>
      <StillPort node={node} port="in" />
      {hasFoot ? (
        <Handle
          id="reached"
          type="source"
          position={Position.Bottom}
          className={`${styles['port']} ${styles['foot']}`}
          isConnectableEnd={false}
        />
      ) : (
        <StillPort node={node} port="reached" />
      )}
      <StillPort node={node} port="fell" />
      <StillPort node={node} port="failed" />
    </>
  );
}
