// Asks the kernel for a free loopback port. Two callers at the same time get different ones.

import assert from 'node:assert/strict';
import { createServer } from 'node:net';

/** A TCP port on 127.0.0.1 that nothing listens on at the moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  assert(address !== null && typeof address === 'object', 'a TCP server has a port');
  return address.port;
}
