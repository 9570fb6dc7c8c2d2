// The kit's button: quiet, primary or only an icon. An icon alone needs a name.

import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  readonly look?: 'quiet' | 'primary' | 'icon' | 'plain';
}

export function Button({ look = 'quiet', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`${styles['button']} ${styles[look]}`} />;
}
