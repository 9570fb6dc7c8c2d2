// Writes error-table.generated.ts from Meta's table of facts. Called by `npm run gen`; what it writes is committed.

import { readFileSync, writeFileSync } from 'node:fs';
import { classifyErrors } from './classify-errors.ts';
import { renderErrorTable } from './render-error-table.ts';

/** @param source path of `meta-errors.tsv`; throws Node's `ENOENT` where it is not there */
export function generateErrorTable(source: string): void {
  const target = new URL('./error-table.generated.ts', import.meta.url);
  writeFileSync(target, renderErrorTable(classifyErrors(readFileSync(source, 'utf8'))));
}
