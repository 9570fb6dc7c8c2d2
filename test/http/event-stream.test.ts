import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { EventStream } from '../../src/http/event-stream.ts';

test('who reads slowly gets the newest body, and none of those in between', async () => {
  const stream = new EventStream({ event: 'counts' });
  const chunks = stream[Symbol.asyncIterator]();
  let text = '';
  const readTo = async (end: string) => {
    while (!text.includes(end)) text += String((await chunks.next()).value);
  };
  await readTo('retry: 2000\n\n');
  for (let number = 1; number <= 1_000; number += 1) stream.tell({ number });
  await readTo('1000');
  stream.tell({ number: 1_001 });
  await readTo('1001');
  // The first was on its way when the second came.
  expect(text.match(/^data: .*$/gm)).toEqual(
    [1, 1_000, 1_001].map((number) => `data: ${JSON.stringify({ number })}`),
  );
  stream.end();
  expect(await chunks.next()).toMatchObject({ done: true });
});

test('a silent stream says now and then that it is alive, and a body is a block of its own', async () => {
  const stream = new EventStream({ event: 'run', heartbeatMs: 5 });
  let text = '';
  const beaten = new Promise<void>((resolve) => {
    stream.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes(': \n\n: \n\n')) resolve();
    });
  });
  await beaten;
  stream.tell({ words: 'two\nlines' });
  await expect.poll(() => text).toContain('lines');
  stream.end();
  await once(stream, 'close');
  expect(text).toContain('event: run\ndata: {"words":"two\\nlines"}\n\n');
});

test('who may listen no longer is hung up on at the next beat', async () => {
  let may = true;
  const stream = new EventStream({ event: 'run', heartbeatMs: 5, mayListen: async () => may });
  stream.resume();
  stream.tell({ now: 1 });
  await turn();
  expect(stream.closed).toBe(false);
  may = false;
  await once(stream, 'close');
  // What comes after the end is heard by nobody, and hurts nobody.
  stream.tell({ now: 2 });
});

test('what is told or due between the end and the close is heard by nobody, and hurts nobody', async () => {
  let answer = (_may: boolean) => {};
  const asked = new Promise<boolean>((resolve) => {
    answer = resolve;
  });
  const stream = new EventStream({ event: 'run', heartbeatMs: 1, mayListen: () => asked });
  const failures: unknown[] = [];
  stream.on('error', (error) => failures.push(error));
  stream.on('data', () => {});
  const closed = once(stream, 'close');
  await new Promise((resolve) => setTimeout(resolve, 20));
  stream.end();
  stream.tell({ now: 1 });
  answer(true);
  await closed;
  await turn();
  expect(failures).toEqual([]);
});
