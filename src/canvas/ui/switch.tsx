// On or off.

import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import { Prose } from './prose.tsx';
import styles from './switch.module.css';

export interface SwitchProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function Switch({ label, help, isOn, onChange }: SwitchProps) {
  return (
    <div className={styles['field']}>
      <AriaSwitch isSelected={isOn} onChange={onChange} className={styles['switch'] ?? ''}>
        <span className={styles['track']} aria-hidden="true" />
        {label}
      </AriaSwitch>
      {help !== undefined && (
        <div className={styles['help']}>{typeof help === 'string' ? <Prose text={help} /> : help}</div>
      )}
    </div>
  );
}
