// A key press as the table of shortcuts writes it: `Mod+Shift+Z`. Pure.

export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Letters and digits are where they are on the keyboard: with a Korean one too, `L` is L. */
export function chordOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Press): string {
  const letter = /^(?:Key([A-Z])|Digit(\d)|Numpad(\d))$/.exec(code);
  const isSymbol = letter === null && key.length === 1;
  const isShiftedDigit = letter !== null && letter[1] === undefined && shiftKey;
  const name = letter === null || isShiftedDigit ? key : (letter[1] ?? letter[2] ?? letter[3] ?? key);
  return [
    ...(ctrlKey || metaKey ? ['Mod'] : []),
    ...(altKey ? ['Alt'] : []),
    // What a symbol needs Shift for depends on the keyboard.
    ...(shiftKey && !isSymbol && !isShiftedDigit ? ['Shift'] : []),
    name,
  ].join('+');
}
