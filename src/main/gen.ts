// `npm run gen [-- facts-folder]`: writes again what is generated and committed: `.env.example`, the pages of issues, the
// JSON Schemas, the description of the API, and WhatsApp's error table where the folder of facts is at hand. Tests compare
// the committed files with their sources.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../activities/nodes/index.ts';
import { envExample } from '../config.ts';
import { renderJsonSchema } from '../journey/json-schema.ts';
import { renderIssueDocs } from '../journey/render-issue-docs.ts';
import { scriptSchemaFiles } from '../simulator/script-schemas.ts';
import { generateErrorTable } from '../whatsapp/generate-error-table.ts';
import { renderOpenApi } from './render-openapi.ts';

const [facts = '../shared/facts'] = process.argv.slice(2);

writeFileSync(new URL('../../.env.example', import.meta.url), envExample());
console.log('.env.example is written.');

for (const language of ['en', 'ko'] as const) {
  const page = `docs/issues.${language}.md`;
  writeFileSync(new URL(`../../${page}`, import.meta.url), renderIssueDocs(language, catalogue));
  console.log(`${page} is written.`);
}

writeFileSync(new URL('../../schemas/journey.v1.json', import.meta.url), renderJsonSchema(catalogue));
console.log('schemas/journey.v1.json is written.');

for (const [file, render] of Object.entries(scriptSchemaFiles)) {
  writeFileSync(new URL(`../../schemas/${file}`, import.meta.url), render());
  console.log(`schemas/${file} is written.`);
}

writeFileSync(new URL('../../schemas/openapi.json', import.meta.url), await renderOpenApi());
console.log('schemas/openapi.json is written.');

try {
  generateErrorTable(join(facts, 'meta-errors.tsv'));
  console.log('The error table is written.');
} catch (cause) {
  const isAbsent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  if (!isAbsent) throw cause;
  console.log(`The error table stays as it is: the table of facts is not in ${facts}.`);
}
