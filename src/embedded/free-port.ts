// Loopback ports: one that is free, and whether a wanted one is.

import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:net';
import { EmbeddedError } from './embedded-error.ts';

/** A TCP port on 127.0.0.1 that nothing listens on at the moment. Two callers at the same time get different ones. */
export async function findFreePort(): Promise<number> {
  const server = await listen('127.0.0.1', 0);
  const address = server.address();
  await close(server);
  assert(address !== null && typeof address === 'object', 'a TCP server has a port');
  return address.port;
}

const startTries = 3;

/** Starts a server that asks for free ports; where another process was faster to take one, on other ports again. */
export async function startOnFreePorts<Server>(start: () => Promise<Server>): Promise<Server> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (error) {
      if (tries === startTries || !isPortLost(error)) throw error;
    }
  }
}

/** The end of the server's log is in the text. */
function isPortLost(error: unknown): boolean {
  return (
    error instanceof EmbeddedError &&
    error.code === 'EMBEDDED_START_FAILED' &&
    /address already in use/i.test(error.message)
  );
}

/**
 * Asked before anything is started for a server that wants this port; 0 is always free.
 * @throws EmbeddedError EMBEDDED_PORT_TAKEN
 */
export async function assertPortFree(host: string, port: number): Promise<void> {
  try {
    await close(await listen(host, port));
  } catch (cause) {
    throw new EmbeddedError(
      'EMBEDDED_PORT_TAKEN',
      {
        en: `Port ${port} of ${host} can't be used: it is taken, or not yours to take. Give another one with --port; 0 takes a free one.`,
        ko: `${host}의 포트 ${port}을(를) 쓸 수 없습니다. 이미 사용 중이거나 권한이 없습니다. --port로 다른 포트를 지정하세요. 0이면 빈 포트를 씁니다.`,
      },
      { cause },
    );
  }
}

function listen(host: string, port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

const close = (server: Server): Promise<unknown> => new Promise((resolve) => server.close(resolve));
