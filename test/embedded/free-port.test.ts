import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { EmbeddedError } from '../../src/embedded/embedded-error.ts';
import { assertPortFree, findFreePort, startOnFreePorts } from '../../src/embedded/free-port.ts';

const lost = () =>
  new EmbeddedError(
    'EMBEDDED_START_FAILED',
    'Temporal ended while it started.\nbind: address already in use',
  );

test('a server whose port was taken meanwhile is started on others', async () => {
  const ports: number[] = [];
  const started = await startOnFreePorts(async () => {
    ports.push(await findFreePort());
    if (ports.length < 3) throw lost();
    return 'up';
  });
  expect([started, ports.length]).toEqual(['up', 3]);
});

test('what goes wrong otherwise, or again and again, is told', async () => {
  let tries = 0;
  const failing = (error: () => Error) => async () => {
    tries += 1;
    throw error();
  };
  await expect(startOnFreePorts(failing(lost))).rejects.toThrow('already in use');
  expect(tries).toBe(3);
  const broken = () => new EmbeddedError('EMBEDDED_START_FAILED', 'disk full');
  await expect(startOnFreePorts(failing(broken))).rejects.toThrow('disk full');
  expect(tries).toBe(4);
});

test('a port that is taken is told as such', async () => {
  const server = createServer();
  const port = await findFreePort();
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  await expect(assertPortFree('127.0.0.1', port)).rejects.toMatchObject({ code: 'EMBEDDED_PORT_TAKEN' });
  server.close();
  await assertPortFree('127.0.0.1', 0);
});
