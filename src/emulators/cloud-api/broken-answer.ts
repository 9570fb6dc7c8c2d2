// Answers that look like a success and can't be read: half of the JSON, a body that breaks off with the connection, one
// that never ends.

import type { FastifyReply } from 'fastify';

const DRIP_MS = 50;

export function breakAnswer(
  reply: FastifyReply,
  how: 'half-json' | 'cut' | 'endless',
  body: Readonly<Record<string, unknown>>,
): FastifyReply {
  const text = JSON.stringify(body);
  const half = text.slice(0, Math.ceil(text.length / 2));
  const headers = { 'content-type': 'application/json; charset=UTF-8' };
  reply.hijack();
  const { raw } = reply;
  switch (how) {
    case 'half-json':
      raw.writeHead(200, headers).end(half);
      break;
    case 'cut':
      raw.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(text) });
      raw.write(half, () => raw.socket?.resetAndDestroy());
      break;
    case 'endless': {
      raw.writeHead(200, headers).write(half);
      const drip = setInterval(() => raw.write(' '), DRIP_MS);
      raw.on('close', () => clearInterval(drip));
      break;
    }
  }
  return reply;
}
