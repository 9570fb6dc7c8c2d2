// docs/api.md: each of its requests is made, in order, and is answered as the page says.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import { checkAnswer, checkRequest } from './described-api.ts';
import { apiKey, createHttpWorld, type HttpWorld } from './world.ts';

const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```http\n(.*?)```/gs)].map(([, text = '']) => text);

interface Shown {
  readonly request: string;
  readonly answer: string;
}

const exchanges = blocks.flatMap((request, index): Shown[] => {
  const answer = blocks[index + 1];
  return request.startsWith('HTTP/') || answer === undefined ? [] : [{ request, answer }];
});

let world: HttpWorld;

beforeAll(async () => {
  const catalogue = new Map(nodeTypes.map((type) => [type.type, type]));
  world = await createHttpWorld(catalogue, { nodeTypes });
  const nodes = { hello: { type: 'note', with: { text: 'Hello' }, next: 'done' }, done: { type: 'exit' } };
  const welcome = { id: 'welcome', name: 'Welcome', entry: { on: { api: true } }, start: 'done' };
  await world.post('/v1/journeys', { ...welcome, nodes: { done: nodes.done } });
  await world.post('/v1/people', { externalId: 'lee-5' });
  for (const key of ['first', 'second'])
    await world.post('/v1/journeys/welcome/runs', { person: 'lee-5', key });
  await saveDraft('Hello', { 'if-none-match': '*' });
  await saveDraft('Hello again', { 'if-match': '"1"' });
});
afterAll(() => world.stop());

test.each(exchanges)('$request', async ({ request, answer }) => {
  const asked = parse(request);
  const [method = 'GET', url = ''] = asked.first.split(' ');
  const told = await world.app.inject({
    ...{ method: method as 'GET', url, payload: asked.text },
    headers: { ...asked.headers, authorization: `Bearer ${apiKey}` },
  });
  const shown = parse(answer);
  const status = Number(shown.first.split(' ')[1]);
  expect([told.statusCode, String(told.headers['content-type']).split(';')[0]]).toEqual([
    status,
    shown.headers['content-type'],
  ]);
  expect(told.json()).toMatchObject(withoutChance(shown.body));
  expect(checkRequest({ method, url, body: asked.body })).toEqual([]);
  expect(checkAnswer({ method, url, body: shown.body }, status)).toEqual([]);
});

test('the page shows requests with their answers', () => {
  expect(exchanges.length).toBeGreaterThanOrEqual(5);
  expect(exchanges.length * 2).toBe(blocks.length);
});

function saveDraft(name: string, condition: Record<string, string>) {
  return world.app.inject({
    ...{ method: 'PUT' as const, url: '/v1/drafts/welcome' },
    headers: { 'x-api-key': apiKey, ...condition },
    payload: { source: `{ "id": "welcome", "name": "${name}" }` },
  });
}

function parse(block: string) {
  const [head = '', ...rest] = block.split('\n\n');
  const [first = '', ...lines] = head.trim().split('\n');
  const text = rest.join('\n\n').trim();
  const headers = lines.map((line) => line.split(/:\s*/, 2) as [string, string]);
  return {
    first,
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    text,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** Ids and instants are others each time. */
function withoutChance(value: unknown): object {
  return JSON.parse(JSON.stringify(value), (_key, part) =>
    typeof part === 'string' && /^([a-z]{3}_[0-9A-Za-z]{26,}|\d{4}-\d\d-\d\dT.*Z)$/.test(part)
      ? expect.any(String)
      : part,
  );
}
