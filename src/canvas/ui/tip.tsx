// A tooltip with a name and, where there is one, its shortcut. Around a focusable element.

import type { ReactElement } from 'react';
import { Tooltip, type TooltipProps, TooltipTrigger } from 'react-aria-components';
import styles from './tip.module.css';

export interface TipProps {
  readonly text: string;
  readonly shortcut?: string;
  readonly placement?: TooltipProps['placement'];
  readonly children: ReactElement;
}

export function Tip({ text, shortcut, placement = 'right', children }: TipProps) {
  return (
    <TooltipTrigger delay={400}>
      {children}
      <Tooltip placement={placement} offset={8} className={styles['tip'] ?? ''}>
        {text}
        {shortcut !== undefined && <kbd className={styles['key']}>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
