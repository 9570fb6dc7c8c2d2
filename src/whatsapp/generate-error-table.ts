// Writes error-table.generated.ts from Meta's table of facts. Run by `npm run gen`, on Node, from the project's
// root; the table is META_ERRORS or ../shared/facts/meta-errors.tsv. What it writes is committed.

import { readFileSync, writeFileSync } from 'node:fs';
import { classifyErrors } from './classify-errors.ts';
import { renderErrorTable } from './render-error-table.ts';

const target = new URL('./error-table.generated.ts', import.meta.url);
const source = process.env.META_ERRORS ?? '../shared/facts/meta-errors.tsv';

writeFileSync(target, renderErrorTable(classifyErrors(readFileSync(source, 'utf8'))));
