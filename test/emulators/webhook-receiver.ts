// A tiny real receiver of Meta's webhooks: keeps what came, answers 200 or what it is told. For emulator tests.

import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedStatus {
  readonly id: string;
  readonly status: string;
  readonly timestamp: string;
  readonly recipient_id?: string;
  readonly biz_opaque_callback_data?: string;
  readonly pricing?: Record<string, unknown>;
  readonly errors?: readonly { code: number; title: string; error_data: { details: string } }[];
}

export interface ReceivedInbound {
  readonly id: string;
  readonly from: string;
  readonly from_user_id?: string;
  readonly timestamp: string;
  readonly type: string;
  readonly text: { readonly body: string };
  readonly context?: { readonly id: string };
}

interface Change {
  readonly field: string;
  readonly value: {
    readonly statuses?: readonly ReceivedStatus[];
    readonly messages?: readonly ReceivedInbound[];
  };
}

export interface ReceivedPost {
  readonly raw: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly entry: readonly { readonly id: string; readonly changes: readonly Change[] }[] };
}

export class WebhookReceiver {
  readonly url: string;
  /** POSTs that were answered 200. */
  readonly posts: ReceivedPost[] = [];
  /** What to answer; anything but 200 is not kept. */
  answer = 200;
  refused = 0;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/whatsapp`;
  }

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const url = new URL(request.url ?? '/', receiver.url);
        if (request.method === 'GET') {
          const isKnown = url.searchParams.get('hub.verify_token') === 'verify-me';
          response.writeHead(isKnown ? 200 : 403).end(url.searchParams.get('hub.challenge'));
          return;
        }
        if (receiver.answer === 200) {
          const raw = Buffer.concat(chunks).toString('utf8');
          receiver.posts.push({ raw, headers: request.headers, body: JSON.parse(raw) });
        } else receiver.refused += 1;
        response.writeHead(receiver.answer).end();
      });
    });
    return receiver;
  }

  changes(): readonly Change[] {
    return this.posts.flatMap(({ body }) => body.entry.flatMap(({ changes }) => changes));
  }

  statuses(): readonly ReceivedStatus[] {
    return this.changes().flatMap(({ value }) => value.statuses ?? []);
  }

  inbound(): readonly ReceivedInbound[] {
    return this.changes().flatMap(({ value }) => value.messages ?? []);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
