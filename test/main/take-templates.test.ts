// The project's templates on the stack of `jornada dev`: the emulated Meta lists them, and the gate goes by them.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listTemplatePage } from '../../activities/channels/whatsapp-templates.ts';
import { readSurroundings } from '../../src/cli/read-surroundings.ts';
import { readConfig } from '../../src/config.ts';
import { type CloudApiEmulator, startCloudApi } from '../../src/emulators/cloud-api/start-cloud-api.ts';
import { takeTemplates } from '../../src/main/dev/take-templates.ts';
import { syncTemplates } from '../../src/main/sync-templates.ts';
import { findTemplate } from '../../src/store/templates.ts';
import { createTestDatabase } from '../support/stack.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let meta: CloudApiEmulator;
const folder = mkdtempSync(join(tmpdir(), 'jornada-templates-'));
beforeAll(async () => {
  [database, meta] = await Promise.all([createTestDatabase(), startCloudApi()]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await Promise.all([database.close(), meta.close()]);
});

const accountId = '200000000000001';
const account = () => ({
  accountId,
  access: { baseUrl: meta.url, apiVersion: 'v25.0', accessToken: meta.accessToken },
});

const components = [
  { type: 'BODY', text: '{{name}}님, 안녕하세요.' },
  { type: 'BUTTONS', buttons: [{ type: 'URL', text: '보기', url: 'https://e.org/{{1}}' }] },
];

async function take(status: string): Promise<void> {
  const templates = [
    { name: 'offer', language: 'ko', category: 'UTILITY', status, components, bodyParameters: ['name'] },
  ];
  writeFileSync(join(folder, 'templates.json'), JSON.stringify(templates));
  await takeTemplates({
    local: { store: database.store, meta, config: readConfig({ WHATSAPP_ACCOUNT_ID: accountId }) },
    project: { surroundingsOf: (file) => readSurroundings(file, { folder, config: {} }) },
    folder,
    language: 'en',
    say: () => {},
  });
}

test('they are at the emulated Meta as they are in the file, so a list changes nothing', async () => {
  await take('APPROVED');
  await take('PAUSED');
  expect(await listTemplatePage({ ...account(), basic: true })).toMatchObject({
    templates: [{ name: 'offer', status: 'PAUSED', category: 'utility' }],
  });
  const synced = await syncTemplates(database.store, account(), { everyMs: 1, force: true, now: Date.now });
  expect(synced).toMatchObject({ state: 'synced', listed: 1, gone: 0 });
  const key = { accountId, name: 'offer', language: 'ko' };
  expect(await findTemplate(database.store, key)).toMatchObject({
    status: 'PAUSED',
    category: 'utility',
    components,
    parameterFormat: 'NAMED',
  });
});
