// `/` goes to the field that finds a person, unless something is being typed or a dialog is open.

import { useEffect } from 'react';

const typing = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"]';

/** @param selector of the field */
export function useFindKey(selector: string): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest(typing) !== null;
      if (event.key !== '/' || event.defaultPrevented || event.isComposing || isTyping) return;
      const field = document.querySelector<HTMLInputElement>(selector);
      if (field === null) return;
      event.preventDefault();
      field.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [selector]);
}
