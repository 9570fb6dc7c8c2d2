// `npm run gen`: writes again what is generated and committed: `.env.example`, and WhatsApp's error table where the
// table of facts is at hand. Tests compare the committed files with their sources.

import { writeFileSync } from 'node:fs';
import { envExample } from '../config.ts';

writeFileSync(new URL('../../.env.example', import.meta.url), envExample());
console.log('.env.example is written.');

try {
  await import('../whatsapp/generate-error-table.ts');
  console.log('The error table is written.');
} catch (cause) {
  const isAbsent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  if (!isAbsent) throw cause;
  console.log(`The error table stays as it is: the table of facts is not here (${cause.message}).`);
}
