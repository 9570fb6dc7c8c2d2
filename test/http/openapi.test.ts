// The description of the API that is committed and served: current, valid, whole, and true of our own client.

import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, expect, test } from 'vitest';
import { appErrorCodes } from '../../src/http/app-error.ts';
import { renderOpenApi } from '../../src/main/render-openapi.ts';
import { committed, committedText, compileSchema } from './described-api.ts';
import { apiKey, createDeafApp } from './world.ts';

const app = createDeafApp();
/** As Fastify writes them. */
const routes: { readonly method: string; readonly url: string; readonly isHidden: boolean }[] = [];
app.addHook('onRoute', ({ method, url, schema }) => {
  for (const one of [method].flat()) routes.push({ method: one, url, isHidden: schema?.hide === true });
});

afterAll(() => app.close());

const operations = Object.entries(committed.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    ...operation,
  })),
);

test('schemas/openapi.json is what the routes say: `npm run gen` writes it', async () => {
  expect(await renderOpenApi()).toBe(committedText);
});

test('it is valid OpenAPI 3.1, and its schemas are valid JSON Schema', async () => {
  const validator = new Validator();
  expect(await validator.validate(JSON.parse(committedText))).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
  for (const schema of Object.values(committed.components.schemas)) compileSchema(schema);
});

test('every route is in it, but for the pages of the canvas', async () => {
  await app.ready();
  const shown = routes.filter(({ method, isHidden }) => method !== 'HEAD' && !isHidden);
  const names = shown.map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
  expect(operations.map(({ name }) => name).sort()).toEqual(names.sort());
  expect(names.length).toBeGreaterThan(40);
  expect(routes.filter(({ isHidden }) => isHidden).map(({ url }) => url)).toEqual(['/*', '/*']);
});

test('every operation has an id of its own, a summary, a known tag, and says what it answers', () => {
  const tags = new Set(committed.tags.map(({ name }) => name));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  expect(operations.filter((one) => !one.summary || !one.tags.every((tag) => tags.has(tag)))).toEqual([]);
  const words = operations.flatMap(({ name, responses }) =>
    Object.entries(responses).map(([status, answer]) => ({ name, status, ...answer })),
  );
  expect(
    words.filter((answer) => !('description' in answer) || answer.description === 'Default Response'),
  ).toEqual([]);
});

test('every code of a problem is told by some route', () => {
  const told = JSON.stringify(committed.paths);
  const untold = appErrorCodes.filter((code) => !told.includes(`\`${code}\``));
  expect(untold).toEqual([]);
});

test('whoever may ask at all is given it', async () => {
  const headers = { 'x-api-key': apiKey };
  const answer = await app.inject({ url: '/v1/openapi.json', headers });
  expect(answer.json()).toEqual(committed);
  expect((await app.inject({ url: '/v1/openapi.json' })).statusCode).toBe(401);
});
