// A TCP server on loopback whose behaviour is written byte by byte: what real providers do on bad days.

import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface RawServer {
  readonly url: string;
  readonly port: number;
  /** Whole HTTP requests as text, in order of arrival. */
  readonly requests: string[];
  connections: number;
}

/** What the server does with each whole request. */
export type Answer = (socket: Socket, request: string, count: number) => void;

/** Starts it for the running test; `onConnect` may misbehave before anything is read. */
export async function startRawServer(
  answer: Answer,
  onConnect: (socket: Socket) => void = () => {},
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const requests: string[] = [];
  const server = createServer((socket) => {
    started.connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8');
      for (let end = endOfRequest(text); end > 0; end = endOfRequest(text)) {
        const request = text.slice(0, end);
        text = text.slice(end);
        requests.push(request);
        answer(socket, request, requests.length);
      }
    });
    onConnect(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const started: RawServer = { url: `http://127.0.0.1:${port}`, port, requests, connections: 0 };
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return started;
}

/** A whole answer with its length. */
export function httpAnswer(status: number, body: unknown, headers: Record<string, string> = {}): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = Buffer.byteLength(text);
  return `HTTP/1.1 ${status} X\r\ncontent-length: ${length}\r\n${lines.join('')}\r\n${text}`;
}

/** The JSON or form that a request carries. */
export function bodyOf(request: string | undefined): string {
  return request?.split('\r\n\r\n').slice(1).join('\r\n\r\n') ?? '';
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function endOfRequest(text: string): number {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return 0;
  const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0);
  const end = head + 4 + length;
  return Buffer.byteLength(text) >= end ? end : 0;
}
