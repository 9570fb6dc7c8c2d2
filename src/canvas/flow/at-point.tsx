// A popover at a point of the window.

import { type ReactNode, useRef } from 'react';
import { Popover } from 'react-aria-components';
import type { Point } from '../model/journey.ts';
import styles from './at-point.module.css';

interface Props {
  readonly at: Point;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function AtPoint({ at, onClose, children }: Props) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className={styles['anchor']} style={{ left: at.x, top: at.y }} />
      <Popover
        isOpen
        triggerRef={anchor}
        data-at-point=""
        placement="bottom start"
        offset={4}
        onOpenChange={(isOpen) => isOpen || onClose()}
        className={styles['popover'] ?? ''}
      >
        {children}
      </Popover>
    </>
  );
}

/** Runs when the popover is gone and has given the focus back: what runs may want it elsewhere. */
export function afterClosing(run: () => void): void {
  requestAnimationFrame(() => {
    if (document.querySelector('[data-at-point]') !== null) afterClosing(run);
    else requestAnimationFrame(() => requestAnimationFrame(run));
  });
}
