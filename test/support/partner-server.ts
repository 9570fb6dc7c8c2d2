// Somebody else's HTTP system on loopback, for nodes that call one: remembers requests, answers what it is told.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PartnerRequest {
  readonly path: string;
  readonly idempotencyKey: string;
  readonly body: string;
}

/** A status, or `hang-up`: the request was read and the connection ends without an answer. */
export type PartnerAnswer = number | 'hang-up';

export interface PartnerServer {
  readonly url: string;
  readonly requests: PartnerRequest[];
  /** Answers of the next requests; 200 when none is left. */
  readonly answers: PartnerAnswer[];
  close(): Promise<void>;
}

export async function startPartnerServer(): Promise<PartnerServer> {
  const requests: PartnerRequest[] = [];
  const answers: PartnerAnswer[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    requests.push({
      path: request.url ?? '',
      idempotencyKey: String(request.headers['idempotency-key']),
      body: Buffer.concat(chunks).toString('utf8'),
    });
    const answer = answers.shift() ?? 200;
    if (answer === 'hang-up') request.socket.destroy();
    else response.writeHead(answer).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
