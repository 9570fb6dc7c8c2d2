// `npm run gen [-- facts-folder]`: writes again what is generated and committed: `.env.example`, and WhatsApp's error
// table where the folder of facts is at hand. Tests compare the committed files with their sources.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { envExample } from '../config.ts';
import { generateErrorTable } from '../whatsapp/generate-error-table.ts';

const [facts = '../shared/facts'] = process.argv.slice(2);

writeFileSync(new URL('../../.env.example', import.meta.url), envExample());
console.log('.env.example is written.');

try {
  generateErrorTable(join(facts, 'meta-errors.tsv'));
  console.log('The error table is written.');
} catch (cause) {
  const isAbsent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  if (!isAbsent) throw cause;
  console.log(`The error table stays as it is: the table of facts is not in ${facts}.`);
}
