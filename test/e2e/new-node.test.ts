// A node type of somebody else's: one declaration, and it is checked, run, retried and explained like ours. And
// `http.request`, the README's example, against a real HTTP server.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import { defineNode, textField, z } from '../../src/node-kit/index.ts';
import { type PartnerServer, startPartnerServer } from '../support/partner-server.ts';
import { startWorld, type World } from '../support/world.ts';

const partnerNotify = defineNode({
  type: 'partner.notify',
  version: 1,
  title: { en: 'Tell the partner', ko: '파트너에게 알리기' },
  idempotent: true,
  config: z.strictObject({ url: z.url(), note: textField(200) }),
  outcomes: ['told', 'busy'],
  texts: ({ note }) => [{ path: ['note'], source: note }],
  async run({ config, render, http, idempotencyKey }) {
    const { status } = await http({
      method: 'POST',
      url: config.url,
      headers: { 'idempotency-key': idempotencyKey },
      body: render(config.note),
      timeoutMs: 5_000,
    });
    return status < 300 ? { outcome: 'told' } : { outcome: 'busy', code: `http_${status}` };
  },
});

const exit = (as: string) => ({ type: 'exit', with: { as } });

describe('nodes that call another system', () => {
  let partner: PartnerServer;
  let world: World;
  beforeAll(async () => {
    partner = await startPartnerServer();
    world = await startWorld({ nodeTypes: [...nodeTypes, partnerNotify] });
    await world.publish({
      id: 'partner',
      name: 'Partner',
      entry: { on: { api: true } },
      start: 'tell',
      nodes: {
        tell: {
          type: 'partner.notify',
          with: { url: `${partner.url}/told`, note: 'Order {{ event.order }} by {{ person.firstName }}' },
          next: { told: 'call', busy: 'sorry' },
        },
        call: {
          type: 'http.request',
          with: { url: `${partner.url}/called`, body: '{"order":"{{ event.order }}"}' },
          next: { ok: 'done', failed: 'sorry' },
        },
        done: exit('reached'),
        sorry: exit('gave-up'),
      },
    } as { id: string });
  });
  afterAll(async () => {
    await world.stop();
    await partner.close();
  });

  async function live(order: string) {
    const before = partner.requests.length;
    const run = await world.start('partner', await world.person(), { order });
    const outcome = await world.ended(run);
    return { run, outcome, path: await world.path(run), requests: partner.requests.slice(before) };
  }

  test('a type from outside runs under its own name, with its texts rendered', async () => {
    const { run, outcome, path, requests } = await live('A-1');
    expect(outcome).toBe('reached');
    expect(path).toEqual(['tell→told', 'call→ok', 'done→reached']);
    expect(requests).toEqual([
      { path: '/told', idempotencyKey: `${run}/tell/1`, body: 'Order A-1 by Haneul' },
      { path: '/called', idempotencyKey: `${run}/call/1`, body: '{"order":"A-1"}' },
    ]);
    const { events } = await world.local.client.getHandle(`run:${run}`).fetchHistory();
    const names = (events ?? []).map(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name,
    );
    expect(names.filter((name) => name !== undefined && name !== null)).toEqual([
      'partner.notify',
      'http.request',
    ]);
  });

  test('an answer that says no is an outcome with its code, and is not asked again', async () => {
    partner.answers.push(200, 503);
    const { run, outcome, path, requests } = await live('A-2');
    expect(outcome).toBe('gave-up');
    expect(path).toEqual(['tell→told', 'call→failed', 'sorry→gave-up']);
    expect(requests.map((request) => request.path)).toEqual(['/told', '/called']);
    const explained = await world.api(`/v1/runs/${run}`);
    expect(explained['path']).toMatchObject([{}, { node: 'call', code: 'http_503' }, {}]);
  });

  test('no answer is asked again, with the same idempotency key', async () => {
    partner.answers.push('hang-up', 200, 'hang-up', 200);
    const { run, outcome, requests } = await live('A-3');
    expect(outcome).toBe('reached');
    expect(requests.map(({ idempotencyKey }) => idempotencyKey)).toEqual([
      `${run}/tell/1`,
      `${run}/tell/1`,
      `${run}/call/1`,
      `${run}/call/1`,
    ]);
    expect(new Set(requests.map(({ body }) => body)).size).toBe(2);
  });

  test('a wrong parameter of a type from outside is refused when the journey is published', async () => {
    const wrong = {
      id: 'partner-wrong',
      name: 'Partner',
      entry: { on: { api: true } },
      start: 'tell',
      nodes: {
        tell: { type: 'partner.notify', with: { url: 'nowhere', note: 'x' }, next: 'done' },
        done: exit('reached'),
      },
    };
    await expect(world.publish(wrong)).rejects.toThrow(/\/v1\/journeys answered 4\d\d.*url/s);
  });
});
