// A chord as it stands on the keys: `Ctrl Shift Z`, on a Mac `⌘ ⇧ Z`. Pure but for the platform.

const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);
const names: { readonly [key: string]: readonly [other: string, mac: string] } = {
  Mod: ['Ctrl', '⌘'],
  Alt: ['Alt', '⌥'],
  Shift: ['Shift', '⇧'],
  ArrowUp: ['↑', '↑'],
  ArrowDown: ['↓', '↓'],
  ArrowLeft: ['←', '←'],
  ArrowRight: ['→', '→'],
  Delete: ['Del', '⌦'],
  Escape: ['Esc', 'Esc'],
};

export function keysText(chord: string): string {
  const keys = chord === '+' ? ['+'] : chord.split('+');
  return keys.map((key) => (Object.hasOwn(names, key) ? names[key]?.[isMac ? 1 : 0] : key)).join(' ');
}
