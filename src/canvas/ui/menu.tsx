// A button that opens a menu.

import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { Button, type ButtonProps } from './button.tsx';
import styles from './menu.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface MenuProps {
  /** Of the button; also its name where it is only an icon. */
  readonly label: string;
  readonly button?: ReactNode;
  readonly look?: ButtonProps['look'];
  readonly entries: readonly MenuEntry[];
  readonly onChoose: (id: string) => void;
  /** For entries that are only gathered when they are wanted. */
  readonly onOpen?: () => void;
}

export function Menu({ label, button, look = 'quiet', entries, onChoose, onOpen }: MenuProps) {
  return (
    <MenuTrigger onOpenChange={(isOpen) => isOpen && onOpen?.()}>
      <Button look={look} aria-label={label}>
        {button ?? label}
      </Button>
      <Popover
        placement={look === 'icon' ? 'bottom end' : 'bottom start'}
        className={styles['popover'] ?? ''}
      >
        <AriaMenu
          className={styles['menu'] ?? ''}
          aria-label={label}
          items={entries}
          onAction={(key) => onChoose(String(key))}
        >
          {({ id, label: text, hint, icon, isDisabled = false }) => (
            <MenuItem id={id} textValue={text} isDisabled={isDisabled} className={styles['item'] ?? ''}>
              {icon}
              <Text slot="label">{text}</Text>
              {hint !== undefined && (
                <Text slot="description" className={styles['hint'] ?? ''}>
                  {hint}
                </Text>
              )}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
