// The look of tables in a terminal: columns without lines, so that they can be cut and searched.

const edges = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
];
const lines = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'];

/** Options of cli-table3. */
export const plainTable = {
  chars: { ...Object.fromEntries([...edges, ...lines].map((place) => [place, ''])), middle: '  ' },
  style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
};

/** The table without the spaces that would fill its last column. */
export function toPlainText(table: { toString(): string }): string {
  return table.toString().replace(/ +$/gm, '');
}
