// Text that is being written: kept here until the journey has it, and as long as it is nothing that the journey can take.

import { useId, useState } from 'react';
import { writeSoon } from '../state/writing.ts';

export interface Draft {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** What stands in the field is not what the journey has. */
  readonly isRefused: boolean;
}

/** @param write called with the first pause; where it is refused, `value` stays as it is */
export function useDraft(value: string, write: (text: string) => void): Draft {
  const field = useId();
  const [draft, setDraft] = useState({ of: value, text: value, isWriting: false });
  // The value has changed meanwhile: by this text, by undo, by somebody else.
  const text = draft.of === value ? draft.text : value;
  return {
    text,
    onChange: (next) => {
      setDraft({ of: value, text: next, isWriting: true });
      writeSoon(field, () => {
        write(next);
        setDraft((now) => ({ ...now, isWriting: false }));
      });
    },
    isRefused: !draft.isWriting && text !== value,
  };
}
