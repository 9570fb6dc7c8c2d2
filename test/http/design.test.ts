// What a designer asks of the server, with the built-in node types and one that a project brings.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeTypes as builtIn } from '../../activities/nodes/index.ts';
import type { AnyNode } from '../../src/node-kit/index.ts';
import { defineNode, durationField, z } from '../../src/node-kit/index.ts';
import { circle } from '../simulator/simulated.ts';
import { createHttpWorld, type HttpWorld } from './world.ts';

const stamp = defineNode({
  type: 'acme.stamp',
  version: 1,
  title: { en: 'Stamp', ko: '도장' },
  idempotent: true,
  config: z.strictObject({ within: durationField }),
  outcomes: ['stamped', 'full'],
  run: async () => ({ outcome: 'stamped' }),
});
const nodeTypes: readonly AnyNode[] = [...builtIn, stamp];

const journey = (within: string) => ({
  id: 'loyalty',
  name: 'Loyalty',
  entry: { on: { api: true } },
  start: 'stamp',
  nodes: {
    stamp: { type: 'acme.stamp', with: { within }, next: { stamped: 'offer', '*': 'done' } },
    offer: {
      type: 'whatsapp.template',
      with: { template: 'spring_sale', language: 'ko' },
      next: { delivered: 'done', '*': 'done', unresolved: 'done' },
    },
    done: { type: 'exit' },
  },
});
const sourceOf = (within = '1h') => JSON.stringify(journey(within), undefined, 2);

const catalogue = new Map(nodeTypes.map((type) => [type.type, type]));
let world: HttpWorld;

beforeAll(async () => {
  world = await createHttpWorld(catalogue, {
    nodeTypes,
    builtInTypes: new Set(builtIn.map(({ type }) => type)),
  });
});
afterAll(() => world.stop());

test('node types come as data, those of the project beside the built-in ones', async () => {
  const { nodeTypes: listed } = (await world.get('/v1/node-types')).json();
  const find = (type: string) => listed.find((one: { readonly type: string }) => one.type === type);
  expect(listed).toHaveLength(nodeTypes.length);
  expect(find('acme.stamp')).toMatchObject({
    builtIn: false,
    title: { ko: '도장' },
    words: ['stamped', 'full'],
    schema: { properties: { within: { 'x-kind': 'duration' } } },
    example: { within: '30m' },
  });
  expect(find('sms.send')).toMatchObject({ builtIn: true, channel: 'sms', waits: true });
});

test('a type that a project changes while the server runs is told as it is now', async () => {
  const titleNow = async () => {
    const { nodeTypes: listed } = (await world.get('/v1/node-types')).json();
    return listed.find(({ type }: { readonly type: string }) => type === 'acme.stamp')?.title.en;
  };
  expect(await titleNow()).toBe('Stamp');
  catalogue.set('acme.stamp', { ...stamp, title: { en: 'Seal', ko: '인장' } });
  expect(await titleNow()).toBe('Seal');
  catalogue.set('acme.stamp', stamp);
});

test('a check tells issues in both languages with their place, and what the nodes are', async () => {
  const { statusCode, body } = await world.post('/v1/checks', { source: sourceOf('soon') });
  expect(statusCode).toBe(200);
  const answer = JSON.parse(body);
  expect(answer).toMatchObject({ hash: null, analysis: null });
  const [issue] = answer.issues;
  expect(issue).toMatchObject({
    severity: 'error',
    path: ['nodes', 'stamp', 'with', 'within'],
    range: { line: 14 },
  });
  expect(issue.text.ko).not.toBe(issue.text.en);
  expect(issue.hint.ko).toMatch(/[가-힣]/);
  expect(answer.nodes.stamp).toMatchObject({ isExact: false, outcomes: ['stamped', 'full'] });
  expect(answer.nodes.offer).toMatchObject({
    isExact: true,
    template: { name: 'spring_sale', language: 'ko' },
  });
});

test('a simulation runs the project’s own types too, and rests after the last action', async () => {
  const actions = [{ respond: 'stamped' }, { fail: 131049 }];
  const { statusCode, body } = await world.post('/v1/simulations', { source: sourceOf(), actions });
  expect(statusCode).toBe(200);
  const { path, ended } = JSON.parse(body);
  expect(ended).toBe('done');
  expect(
    path.map(({ node, outcome }: { readonly node: string; readonly outcome: string }) => [node, outcome]),
  ).toEqual([
    ['stamp', 'stamped'],
    ['offer', 'limit.user'],
    ['done', 'done'],
  ]);
});

test('a journey with errors is not simulated: its issues are told', async () => {
  const answer = await world.post('/v1/simulations', { source: sourceOf('soon') });
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({ code: 'JOURNEY_INVALID', errors: [{ line: 14 }] });
});

test('of thousands of mistakes an answer tells a thousand, and counts the rest', async () => {
  const fields = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`field${index}`, index]));
  const { nodes, ...others } = circle();
  const source = JSON.stringify({ ...others, nodes: { ...nodes, done: { ...nodes['done'], ...fields } } });
  const checked = (await world.post('/v1/checks', { source })).json();
  expect([checked.issues.length, checked.omitted]).toEqual([1_000, { errors: 2_000, warnings: 0 }]);
  const refused = (await world.post('/v1/simulations', { source })).json();
  expect([refused.errors.length, refused.omitted]).toEqual([1_000, { errors: 2_000, warnings: 0 }]);
});

test('an action with a time, and an unknown one, are refused', async () => {
  for (const action of [{ deliver: true, at: '2h' }, { explode: true }]) {
    const answer = await world.post('/v1/simulations', { source: sourceOf(), actions: [action] });
    expect(answer.json()).toMatchObject({ code: 'INPUT_INVALID' });
  }
});

test('surroundings hold every published journey, and nothing of what nobody knows yet', async () => {
  expect((await world.get('/v1/surroundings')).json()).toEqual({
    templates: null,
    senders: null,
    journeys: {},
  });
  await world.post('/v1/journeys', journey('1h'));
  const { journeys } = (await world.get('/v1/surroundings')).json();
  expect(journeys).toMatchObject({ loyalty: { start: 'stamp' } });
});

test('a run that would go on and on is not played to its end', async () => {
  const play = (advance: string) =>
    world.post('/v1/simulations', { source: JSON.stringify(circle()), actions: [{ advance }] });
  expect((await play('10m')).json()).toMatchObject({ entered: true });
  const answer = await play('P2Y');
  expect([answer.statusCode, answer.json()]).toEqual([
    422,
    expect.objectContaining({
      code: 'SIMULATION_TOO_LONG',
      limit: 2_000,
      action: 0,
      loop: ['rest', 'text', 'more'],
    }),
  ]);
});
