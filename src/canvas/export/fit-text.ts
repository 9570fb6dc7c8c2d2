// Text that fits into a width, measured without a browser: a little wider than it will be. Pure.

import { displayWidth } from '../../journey/display-width.ts';

/** Pixels of a column in the look's sizes: 12 px, 11 px, and 13 px bold. */
export const columnWidth = { s: 6.6, xs: 5.8, title: 7.5 } as const;

/** Cut with an ellipsis where it is longer. @param columns Korean letters take two */
export function cutText(text: string, columns: number): string {
  const line = text.replace(/\s+/g, ' ');
  if (displayWidth(line) <= columns) return line;
  let shown = '';
  for (const character of line) {
    if (displayWidth(shown + character) > columns - 1) break;
    shown += character;
  }
  return `${shown.trimEnd()}…`;
}

/** Lines of so many columns; the last one is cut. */
export function wrapText(text: string, columns: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    const fits = last !== undefined && displayWidth(longer) <= columns;
    if (fits || (last !== undefined && lines.length === most)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => cutText(line, columns));
}
