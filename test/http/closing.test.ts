import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { addClosing } from '../../src/http/plugins/closing.ts';

test('a connection that never asks keeps no server from closing, and answers under way are finished', async () => {
  const app = fastify();
  let isTold = false;
  addClosing(app, { onClosing: () => (isTold = true), graceMs: 200 });
  app.get('/slow', async () => {
    await delay(50);
    return { done: true };
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const idle = connect(Number(new URL(url).port), '127.0.0.1');
  await once(idle, 'connect');
  const asked = once(app.server, 'request');
  const slow = fetch(`${url}/slow`, { headers: { connection: 'close' } });
  await asked;
  const closing = app.close();
  expect(await (await slow).json()).toEqual({ done: true });
  await closing;
  expect(isTold).toBe(true);
  idle.destroy();
});
