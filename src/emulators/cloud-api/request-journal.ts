// A journal of the requests to the API for whoever develops a client: each with its body and how it was answered. The
// control API, the page and its files are not in it.

import type { FastifyInstance } from 'fastify';

export interface JournalEntry {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** Null: no answer was begun. */
  readonly status: number | null;
  readonly body?: unknown;
}

/** @param write gets each request when its connection is done with it */
export function keepJournal(app: FastifyInstance, write: (entry: JournalEntry) => void): void {
  app.addHook('onRequest', async (request, reply) => {
    const { method, url: path } = request;
    if (!/^\/v\d/.test(path)) return;
    const at = new Date().toISOString();
    reply.raw.once('close', () => {
      const status = reply.raw.headersSent ? reply.raw.statusCode : null;
      write({ at, method, path, status, ...(request.body !== undefined && { body: request.body }) });
    });
  });
}
