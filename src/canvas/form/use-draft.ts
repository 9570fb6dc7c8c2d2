// Text that is being written: kept here as long as it is nothing that the journey can take.

import { useState } from 'react';

export interface Draft {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** What stands in the field is not what the journey has. */
  readonly isRefused: boolean;
}

/** @param write where it is refused, `value` stays as it is */
export function useDraft(value: string, write: (text: string) => void): Draft {
  const [draft, setDraft] = useState({ of: value, text: value });
  // The value has changed meanwhile: by this text, by undo, by somebody else.
  const text = draft.of === value ? draft.text : value;
  return {
    text,
    onChange: (next) => {
      setDraft({ of: value, text: next });
      write(next);
    },
    isRefused: text !== value,
  };
}
