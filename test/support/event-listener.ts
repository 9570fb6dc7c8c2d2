// A listener to server-sent events, as a browser is one: it reads when asked, and hears until the server hangs up. On a
// connection of its own.

import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

export interface HeardEvent {
  readonly event: string;
  readonly data: unknown;
}

export interface EventListener {
  readonly status: number;
  readonly contentType: string;
  /** The next event; undefined once the server has ended the stream. Comments are skipped. */
  next(): Promise<HeardEvent | undefined>;
  /** Everything that came, as it came. */
  readonly text: () => string;
  leave(): void;
}

export async function listenTo(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<EventListener> {
  const request = get(url, { agent: false, headers });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.setEncoding('utf8');
  const chunks = response[Symbol.asyncIterator]() as AsyncIterator<string>;
  let seen = '';
  let rest = '';

  /** One block of lines. */
  async function readBlock(): Promise<string | undefined> {
    for (let end = rest.indexOf('\n\n'); ; end = rest.indexOf('\n\n')) {
      if (end >= 0) {
        const block = rest.slice(0, end);
        rest = rest.slice(end + 2);
        return block;
      }
      const { done, value } = await chunks.next();
      if (done) return undefined;
      seen += value;
      rest += value;
    }
  }

  return {
    status: response.statusCode ?? 0,
    contentType: response.headers['content-type'] ?? '',
    text: () => seen,
    async next() {
      for (let block = await readBlock(); block !== undefined; block = await readBlock()) {
        const event = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (event !== undefined && data !== undefined) return { event, data: JSON.parse(data) };
      }
      return undefined;
    },
    leave: () => void request.destroy(),
  };
}
