// Templates over the API: what is known of them, and what publishing is checked against.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import { markListed, tellTemplate } from '../../src/store/templates.ts';
import type { TemplateTold } from '../../src/whatsapp/template-state.ts';
import { createHttpWorld, type HttpWorld } from './world.ts';

let world: HttpWorld;
beforeAll(async () => {
  world = await createHttpWorld(new Map(nodeTypes.map((type) => [type.type, type])));
});
afterAll(() => world.stop());

const at = Date.UTC(2026, 4, 4, 3);
const accountId = '9001';

async function listed(name: string, told: Omit<TemplateTold, 'at'>): Promise<void> {
  const key = { accountId, name, language: 'ko' };
  await world.store.transaction().execute((trx) => tellTemplate(trx, key, { at, ...told }));
  await markListed(world.store, accountId, { keys: [key], at: new Date(at) });
}

const body = (text: string) => ({ components: [{ type: 'BODY', text }], whole: true });

test('GET /v1/templates tells state, category, quality and what is to be filled in', async () => {
  await listed('offer', {
    status: { word: 'PAUSED', reason: 'FIRST_PAUSE' },
    category: { now: 'utility', announced: 'marketing' },
    quality: 'RED',
    parts: body('Hi {{1}}'),
  });
  const { templates } = (await world.get('/v1/templates')).json();
  expect(templates).toMatchObject([
    {
      account: accountId,
      name: 'offer',
      language: 'ko',
      category: 'utility',
      announcedCategory: 'marketing',
      status: 'PAUSED',
      state: 'passing',
      reason: 'FIRST_PAUSE',
      quality: 'RED',
      bodyParameters: 1,
      statusAt: new Date(at).toISOString(),
    },
  ]);
});

test('POST /v1/templates/sync without an account says what to configure, in the language of the caller', async () => {
  const answer = await world.post('/v1/templates/sync', {}, { 'accept-language': 'ko' });
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({ code: 'TEMPLATES_NO_SENDER', hint: expect.stringMatching('발신자') });
});

test('publishing is checked against the templates as they are', async () => {
  await listed('offer', { status: { word: 'PAUSED' }, parts: body('Hi {{1}} {{2}}') });
  const journey = (parameters: readonly string[]) => ({
    id: 'checked',
    name: 'Checked',
    entry: { on: { api: true } },
    start: 'send',
    nodes: {
      send: { type: 'whatsapp.template', with: { template: 'offer', language: 'ko', body: parameters } },
    },
  });
  const paused = await world.post('/v1/journeys?dryRun=true', journey(['a', 'b']));
  expect(paused.json().warnings).toContainEqual(expect.objectContaining({ code: 'J513' }));
  const unfit = await world.post('/v1/journeys?dryRun=true', journey(['a']));
  expect(unfit.json().errors).toContainEqual(expect.objectContaining({ code: 'J515' }));
});
