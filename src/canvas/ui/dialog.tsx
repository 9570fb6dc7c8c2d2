// A modal dialog: a title, what is asked, and what can be done. Escape and a click beside it close it.

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'large';
  /** Something may be lost: only a button closes it. */
  readonly isUrgent?: boolean;
  readonly children: ReactNode;
}

export function Dialog({ title, isOpen, onClose, actions, size = 'small', isUrgent, children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable={isUrgent !== true}
      isKeyboardDismissDisabled={isUrgent === true}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={`${styles['modal']} ${styles[size]}`}>
        <AriaDialog className={styles['dialog'] ?? ''} role={isUrgent === true ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className={styles['title'] ?? ''}>
            {title}
          </Heading>
          <div className={styles['body']}>{children}</div>
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
