// The keyboard and the clipboard of the canvas. Keys that somebody else needs (a field, a menu, a dialog) are left alone.

import { useEffect } from 'react';
import { copyInto, pasteFrom } from './actions/clip.ts';
import { isEditing } from './actions/current.ts';
import { middleOfView } from './actions/view.ts';
import { chordOf } from './chord.ts';
import type { Shortcut } from './shortcut.ts';
import { shortcuts } from './shortcuts.ts';

const byChord = new Map(
  shortcuts.flatMap((shortcut) => shortcut.keys.map((key) => [key, shortcut] as const)),
);

export function useKeys(): void {
  useEffect(() => {
    const listeners = {
      keydown: onKey,
      copy: onCopy,
      cut: onCopy,
      paste: onPaste,
    } as const;
    for (const [name, listener] of Object.entries(listeners))
      addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        removeEventListener(name, listener as EventListener);
    };
  }, []);
}

function onKey(event: KeyboardEvent): void {
  const shortcut = byChord.get(chordOf(event));
  if (
    shortcut === undefined ||
    event.defaultPrevented ||
    event.isComposing ||
    !isOurs(event.target, shortcut)
  )
    return;
  if (shortcut.isNative === true || (shortcut.isEdit === true && !isEditing())) return;
  event.preventDefault();
  shortcut.run();
}

function onCopy(event: ClipboardEvent): void {
  if (isFree(event.target) && getSelection()?.isCollapsed !== false) copyInto(event);
}

function onPaste(event: ClipboardEvent): void {
  if (isFree(event.target)) pasteFrom(event, middleOfView());
}

const fields = 'input, textarea, select, [contenteditable="true"], [role="textbox"]';
const popups = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** These go through a list, a tree or the tabs with the arrow keys, and press what they are on. */
const controls =
  'button, a, summary, [role="treegrid"], [role="grid"], [role="tab"], [role="radio"], [role="option"]';
const controlKeys = /^(Enter|Arrow|Shift\+Arrow|Mod\+A|Escape)/;

function isFree(target: EventTarget | null): boolean {
  return !(target instanceof Element) || target.closest(`${fields}, ${popups}`) === null;
}

function isOurs(target: EventTarget | null, { keys }: Shortcut): boolean {
  if (!isFree(target)) return false;
  const isControl = target instanceof Element && target.closest(controls) !== null;
  return !isControl || !keys.some((key) => controlKeys.test(key));
}
