// The text of error-table.generated.ts. Pure; the script writes it, a test compares it with the committed file.

import type { MetaError } from './classify-errors.ts';

/** The text of the generated module: one code a line, so that a change of one rule is a diff of one line. */
export function renderErrorTable(errors: readonly MetaError[]): string {
  const rows = errors.map((error) => `  ${error.code}: ${JSON.stringify(error)},`);
  return [
    '// Made by generate-error-table.ts from the table of facts; do not edit. Rules: classify-errors.ts.',
    '',
    "import type { MetaError } from './classify-errors.ts';",
    '',
    'export const errorTable: { readonly [code: number]: MetaError } = {',
    ...rows,
    '};',
    '',
  ].join('\n');
}
