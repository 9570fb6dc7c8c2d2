// Listens to the keys of what is offered, wherever the focus is: in a field only to those with Ctrl.

import { useEffect } from 'react';
import { chordOf } from '../flow/chord.ts';
import { type Action, offerActions, useCommand } from '../state/command.ts';

/** Offers actions as long as this is on the page. @param actions the same list each time */
export function useActions(actions: readonly Action[]): void {
  useEffect(() => offerActions(actions), [actions]);
}

export function useCommandKeys(): void {
  useEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const chord = chordOf(event);
  const action = useCommand
    .getState()
    .actions.find(({ keys, isBound }) => isBound !== true && keys?.includes(chord) === true);
  if (action === undefined || action.isEnabled?.() === false || !isFree(event.target, chord)) return;
  event.preventDefault();
  action.run();
}

const fields = 'input, textarea, select, [contenteditable="true"], [role="textbox"]';
const dialogs = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

function isFree(target: EventTarget | null, chord: string): boolean {
  if (!(target instanceof Element)) return true;
  if (target.closest(dialogs) !== null) return false;
  return chord.startsWith('Mod+') || target.closest(fields) === null;
}
