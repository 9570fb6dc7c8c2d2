// Serves the phones page, its two files, and the stream that tells an open page to fetch itself again.

import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { CloudWorld } from '../cloud-world.ts';
import { toPageLanguage, toWords } from './page-words.ts';
import { toPage } from './phones-page.ts';

const FILES = [
  { name: 'phones.css', type: 'text/css; charset=utf-8' },
  { name: 'phones.js', type: 'text/javascript; charset=utf-8' },
] as const;
/** Pages of this machine may show the phones beside what they show. */
const FRAMED_BY = 'http://localhost:* http://127.0.0.1:*';
const POLICY = `default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; frame-ancestors ${FRAMED_BY}`;
/** Changes come in bursts; an open page needs to hear of a burst once. */
const QUIET_MS = 100;

export async function registerPageRoutes(app: FastifyInstance, world: CloudWorld): Promise<void> {
  app.get<{ Querystring: { lang?: string } }>('/', async ({ query, headers }, reply) => {
    const language = toPageLanguage(query.lang ?? headers['accept-language']);
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', POLICY)
      .header('cache-control', 'no-store')
      .send(toPage(world.phones(), toWords(language)).text);
  });
  for (const { name, type } of FILES) {
    const content = await readFile(new URL(name, import.meta.url), 'utf8');
    app.get(`/_emulator/page/${name}`, async (_request, reply) => reply.type(type).send(content));
  }
  app.get('/_emulator/changes', (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write('retry: 1000\n\n');
    let timer: NodeJS.Timeout | undefined;
    const stop = world.onChange(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        reply.raw.write('data: changed\n\n');
      }, QUIET_MS);
    });
    reply.raw.on('close', () => {
      clearTimeout(timer);
      stop();
    });
  });
}
