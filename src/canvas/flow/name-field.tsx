// A name that is written where it stands: Enter keeps it, Escape leaves it as it was.

import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './name-field.module.css';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly lines?: number;
  /** With undefined where nothing is to change. */
  readonly onDone: (name: string | undefined) => void;
}

export function NameField({ label, name, lines = 1, onDone }: Props) {
  const [text, setText] = useState(name);
  const isDone = useRef(false);
  const finish = (kept: string | undefined) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(kept === name || kept?.trim() === '' ? undefined : kept?.trim());
  };
  const field = {
    'aria-label': label,
    className: `${styles['field']} nodrag nopan nowheel`,
    value: text,
    autoFocus: true,
    onFocus: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      currentTarget.select(),
    onChange: ({ target }: { target: HTMLInputElement | HTMLTextAreaElement }) => setText(target.value),
    onBlur: () => finish(text),
    onKeyDown: (event: KeyboardEvent) => {
      // No key of the canvas or of the list is meant while one writes.
      event.stopPropagation();
      // Korean is composed of several keys: the Enter that ends a syllable is not the one that ends the name.
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Escape') finish(undefined);
      else if (event.key === 'Enter' && (lines === 1 || event.ctrlKey || event.metaKey)) finish(text);
      else return;
      event.preventDefault();
    },
  };
  return lines === 1 ? (
    <input {...field} maxLength={200} />
  ) : (
    <textarea {...field} rows={lines} maxLength={2_000} />
  );
}
