// Over real HTTP: the server's own streams on one side, a browser's EventSource as undici has it on the other.

import fastify, { type FastifyInstance } from 'fastify';
import { EventSource } from 'undici';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { followStream, type Standing } from '../../../src/canvas/live/follow-stream.ts';
import { createLiveStreams } from '../../../src/http/live-streams.ts';

interface Body {
  readonly entered: number;
}

/** Where a browser tells that it is online again. */
const page = new EventTarget();
const patient = { timeout: 15_000 };
let app: FastifyInstance | undefined;
const stops: (() => void)[] = [];

beforeAll(() => {
  Object.assign(globalThis, {
    EventSource,
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
  });
});

afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await app?.close();
  app = undefined;
});

/** A server that tells this many, at a port that it had before or at a free one. */
async function serve(entered: number, port = 0, letIn = async () => {}): Promise<number> {
  const started = fastify({ forceCloseConnections: true });
  const streams = createLiveStreams({ letIn: async () => {}, log: started.log });
  started.addHook('preClose', async () => streams.close());
  started.addHook('onRequest', letIn);
  started.get('/counts', (request, reply) =>
    streams.open(request, reply, { event: 'counts', key: 'counts', read: async () => ({ entered }) }),
  );
  const url = await started.listen({ host: '127.0.0.1', port });
  app = started;
  return Number(new URL(url).port);
}

function listen(port: number) {
  const bodies: Body[] = [];
  const standings: Standing[] = [];
  const losses: number[] = [];
  const leave = followStream<Body>(`http://127.0.0.1:${port}/counts`, {
    event: 'counts',
    onBody: (body) => bodies.push(body),
    onStanding: (standing) => standing !== standings.at(-1) && standings.push(standing),
    onLoss: () => losses.push(standings.length),
  });
  stops.push(leave);
  return { leave, bodies, standings, losses };
}

test('a server that was restarted is listened to again, and what was told stays until then', async () => {
  const port = await serve(1);
  const { bodies, standings, losses } = listen(port);
  await expect.poll(() => standings, patient).toEqual(['connecting', 'live']);
  await app?.close();
  await expect.poll(() => standings, patient).toEqual(['connecting', 'live', 'lost']);
  expect(bodies).toEqual([{ entered: 1 }]);
  await serve(2, port);
  // Never "connecting" in between: what is shown would be taken away.
  await expect.poll(() => standings, patient).toEqual(['connecting', 'live', 'lost', 'live']);
  expect(bodies).toEqual([{ entered: 1 }, { entered: 2 }]);
  expect(losses).toHaveLength(1);
});

test('a server whose database is away is asked again until it tells', async () => {
  let isAway = true;
  const port = await serve(1, 0, async () => {
    if (isAway) throw Object.assign(new Error('The database does not answer.'), { statusCode: 503 });
  });
  const { bodies, standings } = listen(port);
  await expect.poll(() => standings, patient).toEqual(['connecting', 'lost']);
  isAway = false;
  await expect.poll(() => bodies, patient).toEqual([{ entered: 1 }]);
  expect(standings).toEqual(['connecting', 'lost', 'live']);
});

test('a browser that is online again does not wait for the next try', async () => {
  const port = await serve(1);
  await app?.close();
  const { bodies, standings } = listen(port);
  await expect.poll(() => standings, patient).toEqual(['connecting', 'lost']);
  await serve(2, port);
  page.dispatchEvent(new Event('online'));
  await expect.poll(() => bodies, patient).toEqual([{ entered: 2 }]);
});

test('who does not listen any more hears nothing', async () => {
  const port = await serve(1);
  const { leave, bodies, standings } = listen(port);
  await expect.poll(() => bodies, patient).toHaveLength(1);
  leave();
  await app?.close();
  await serve(2, port);
  page.dispatchEvent(new Event('online'));
  const another = listen(port);
  await expect.poll(() => another.bodies, patient).toEqual([{ entered: 2 }]);
  expect({ bodies, standings }).toEqual({ bodies: [{ entered: 1 }], standings: ['connecting', 'live'] });
});
