// What stands before Meta at a solution provider, over the emulator: neither number nor version in the path, the
// provider's key in a header of its own, and errors about the key in the provider's own words.

import { createServer } from 'node:http';
import { request } from 'undici';

interface Target {
  readonly url: string;
  readonly phoneNumberId: string;
  readonly accessToken: string;
}

export interface ProviderFront {
  readonly url: string;
  /** Which number of which Cloud API the key is for. */
  connect(target: Target): void;
  close(): Promise<void>;
}

export async function startProviderFront(key: string): Promise<ProviderFront> {
  let target: Target | undefined;
  const server = createServer(async (incoming, answer) => {
    if (incoming.headers['d360-api-key'] !== key || target === undefined) {
      answer.writeHead(401, { 'content-type': 'application/json' });
      answer.end(JSON.stringify({ meta: { success: false, developer_message: 'Invalid api key' } }));
      return;
    }
    const { statusCode, body } = await request(
      `${target.url}/v25.0/${target.phoneNumberId}${incoming.url ?? ''}`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${target.accessToken}`, 'content-type': 'application/json' },
        body: incoming,
      },
    );
    answer.writeHead(statusCode, { 'content-type': 'application/json' });
    answer.end(await body.text());
  });
  function connect(given: Target): void {
    target = given;
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, connect, close };
}
