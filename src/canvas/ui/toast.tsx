// Short messages at the foot of the page: what was done, or why something was refused. `say(text)` from anywhere.

import { create } from 'zustand';
import type { LocalizedText } from '../../journey/catalogue.ts';
import { useText } from '../text/use-text.ts';
import { Button } from './button.tsx';
import styles from './toast.module.css';

export interface Toast {
  readonly text: LocalizedText;
  readonly tone?: 'plain' | 'problem';
  readonly action?: { readonly label: LocalizedText; readonly run: () => void };
}

interface ToastState {
  readonly toasts: readonly (Toast & { readonly id: number })[];
}

/** Long enough to read and to reach the action with the keyboard. */
const shownMs = 8_000;
let last = 0;
const useToasts = create<ToastState>(() => ({ toasts: [] }));

export function say(toast: Toast): void {
  last += 1;
  const id = last;
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { ...toast, id }] }));
  setTimeout(() => drop(id), shownMs);
}

function drop(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

export function Toasts() {
  const t = useText();
  const { toasts } = useToasts();
  return (
    <div className={styles['toasts']} role="status" aria-live="polite">
      {toasts.map(({ id, text, tone = 'plain', action }) => (
        <div key={id} className={styles['toast']} data-tone={tone}>
          {t(text)}
          {action !== undefined && (
            <Button
              look="plain"
              onPress={() => {
                action.run();
                drop(id);
              }}
            >
              {t(action.label)}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
